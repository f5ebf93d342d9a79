import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { MailView, mailView } from '../mail.view';
import { CollectMailHandler } from './collect-mail.handler';

@Controller('api/mail')
export class CollectMailController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CollectMailHandler,
  ) {}

  @Post(':id/collect')
  @Operation('documents.collectMail', {
    summary: { zh: '领取邮件', en: 'Confirm that I have my mail' },
    ok: 200,
    okBody: MailView,
    errors: ['conflict', 'stale'],
  })
  collect(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<MailView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), mailView);
  }
}
