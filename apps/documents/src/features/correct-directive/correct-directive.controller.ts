import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation, PathId } from '@property-office/service-kit';
import { DirectiveView, directiveView } from '../directive.view';
import { CorrectDirectiveDto } from './correct-directive.dto';
import { CorrectDirectiveHandler } from './correct-directive.handler';

@Controller('api/directives')
export class CorrectDirectiveController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectDirectiveHandler,
  ) {}

  @Post(':id/correct')
  @Operation('documents.correctDirective', {
    summary: { zh: '以新指示更正', en: 'Correct a directive by a new one' },
    description: { zh: '原指示保留并注明被替代；接收人须重新确认新指示。', en: 'The one before stays to be read; the new one is acknowledged anew.' },
    ok: 201,
    okBody: DirectiveView,
    errors: ['conflict', 'stale'],
  })
  correct(@PathId() id: string, @Body() input: CorrectDirectiveDto, @Command() command: CommandContext): Promise<Answer<DirectiveView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const directive = await this.handler.execute(tx, command, id, input, prepared);
        return created(`/api/directives/${directive.id}`, directiveView(directive), directive.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
