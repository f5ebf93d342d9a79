import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { MailView, mailView } from '../mail.view';
import { ReaddressMailDto } from './readdress-mail.dto';
import { ReaddressMailHandler } from './readdress-mail.handler';

@Controller('api/mail')
export class ReaddressMailController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReaddressMailHandler,
  ) {}

  @Post(':id/readdress')
  @Operation('documents.readdressMail', {
    summary: { zh: '改交他人', en: 'Readdress a piece of mail' },
    ok: 200,
    okBody: MailView,
    errors: ['conflict', 'stale'],
  })
  readdress(@PathId() id: string, @Body() input: ReaddressMailDto, @Command() command: CommandContext): Promise<Answer<MailView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), mailView);
  }
}
