import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { AssignComplaintDto } from './assign-complaint.dto';
import { AssignComplaintHandler } from './assign-complaint.handler';

@Controller('api/complaints')
export class AssignComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AssignComplaintHandler,
  ) {}

  @Post(':id/assign')
  @Operation('complaints.assignComplaint', {
    summary: { zh: '指定处理人', en: 'Assign a complaint' },
    description: {
      zh: '不能是被投诉人或其班组成员；有异议后须换人，无人可换时须写明原因。',
      en: 'Never whoever it is about, or of their crew; after a dispute somebody new, or again whoever had it, for a reason, where nobody else is left.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  assign(@PathId() id: string, @Body() input: AssignComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
