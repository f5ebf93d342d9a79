import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { AnswerContactDto } from './answer-contact.dto';
import { AnswerContactHandler } from './answer-contact.handler';

@Controller('api/contacts')
export class AnswerContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnswerContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/answer')
  @Operation('reception.answerContact', { summary: { zh: '答复来电来访', en: 'Answer a contact' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: AnswerContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
