import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { AcknowledgeComplaintDto } from './acknowledge-complaint.dto';
import { AcknowledgeComplaintHandler } from './acknowledge-complaint.handler';

@Controller('api/complaints')
export class AcknowledgeComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcknowledgeComplaintHandler,
  ) {}

  @Post(':id/acknowledge')
  @Operation('complaints.acknowledgeComplaint', {
    summary: { zh: '受理投诉', en: 'Acknowledge a complaint' },
    description: { zh: '投诉人没有账户的，须写明如何告知。', en: 'Where a complainant has no account, how they were told.' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  acknowledge(@PathId() id: string, @Body() input: AcknowledgeComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
