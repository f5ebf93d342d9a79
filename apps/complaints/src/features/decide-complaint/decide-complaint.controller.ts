import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { DecideComplaintDto } from './decide-complaint.dto';
import { DecideComplaintHandler } from './decide-complaint.handler';

@Controller('api/complaints')
export class DecideComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DecideComplaintHandler,
  ) {}

  @Post(':id/decide')
  @Operation('complaints.decideComplaint', {
    summary: { zh: '判定', en: 'Decide whether it is ours' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  decide(@PathId() id: string, @Body() input: DecideComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
