import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { CallLeadHandler } from './call-lead.handler';

@Controller('api/contacts')
export class CallLeadController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CallLeadHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/call-lead')
  @Operation('reception.callLead', { summary: { zh: '请主管接手', en: 'Give a heated talk to the lead' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
