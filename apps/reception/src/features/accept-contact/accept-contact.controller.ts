import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { AcceptContactHandler } from './accept-contact.handler';

@Controller('api/contacts')
export class AcceptContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcceptContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/accept')
  @Operation('reception.acceptContact', { summary: { zh: '接手来电来访', en: 'Accept a contact that is offered' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
