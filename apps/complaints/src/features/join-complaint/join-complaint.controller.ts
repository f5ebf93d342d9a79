import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { JoinComplaintDto } from './join-complaint.dto';
import { JoinComplaintHandler } from './join-complaint.handler';

@Controller('api/complaints')
export class JoinComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: JoinComplaintHandler,
  ) {}

  @Post(':id/join')
  @Operation('complaints.joinComplaint', {
    summary: { zh: '加入投诉人', en: 'Add a complainant to the same matter' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  join(@PathId() id: string, @Body() input: JoinComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const complaint = await this.handler.execute(tx, command, id, input, prepared);
        return ok(viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(input),
    );
  }
}
