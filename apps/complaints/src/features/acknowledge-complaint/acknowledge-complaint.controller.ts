import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
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
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  acknowledge(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
