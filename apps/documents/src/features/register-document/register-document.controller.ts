import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { RegisterDocumentDto } from './register-document.dto';
import { RegisterDocumentHandler } from './register-document.handler';

@Controller('api/incoming-documents')
export class RegisterDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RegisterDocumentHandler,
  ) {}

  @Post()
  @Operation('documents.registerDocument', {
    summary: { zh: '登记收文', en: 'Register an incoming document' },
    description: { zh: '编号按登记簿和年度连续，不断号、不重号。', en: 'Its number follows the one before in the register and year, without a gap.' },
    ok: 201,
    okBody: IncomingDocumentView,
  })
  register(@Body() input: RegisterDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const document = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/incoming-documents/${document.id}`, documentView(document), document.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
