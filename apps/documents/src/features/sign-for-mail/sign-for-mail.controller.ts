import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { MailView, mailView } from '../mail.view';
import { SignForMailDto } from './sign-for-mail.dto';
import { SignForMailHandler } from './sign-for-mail.handler';

@Controller('api/mail')
export class SignForMailController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SignForMailHandler,
  ) {}

  @Post()
  @Operation('documents.signForMail', { summary: { zh: '签收邮件', en: 'Sign for a piece of mail' }, ok: 201, okBody: MailView })
  sign(@Body() input: SignForMailDto, @Command() command: CommandContext): Promise<Answer<MailView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const mail = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/mail/${mail.id}`, mailView(mail), mail.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
