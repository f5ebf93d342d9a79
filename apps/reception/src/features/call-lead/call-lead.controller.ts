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
  @Operation('reception.callLead', {
    summary: { zh: '请主管接手', en: 'Give a heated talk to the lead' },
    description: {
      zh: '客服主管无人值班时，立即转给在岗的部门主管，再无则转给主任；时间线会记录越过了谁。',
      en: 'Where nobody is on duty as lead of the desk it goes at once to a department head who is, or else to the director; the timeline says who was passed over.',
    },
    ok: 200,
    okBody: ContactView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
