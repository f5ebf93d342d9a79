import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { ConvertMailDto } from './convert-mail.dto';
import { ConvertMailHandler } from './convert-mail.handler';

@Controller('api/mail')
export class ConvertMailController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConvertMailHandler,
  ) {}

  @Post(':id/convert')
  @Operation('documents.convertMail', {
    summary: { zh: '转为收文', en: 'Register official mail as a document' },
    description: { zh: '无需重复录入；重复点击得到同一份收文，内容不同的返回 409。', en: 'Nothing is typed again; whoever clicks again has the same document, 409 where they say something else.' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  convert(@PathId() id: string, @Body() input: ConvertMailDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
