import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { VerifyComplaintDto } from './verify-complaint.dto';
import { VerifyComplaintHandler } from './verify-complaint.handler';

@Controller('api/complaints')
export class VerifyComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: VerifyComplaintHandler,
  ) {}

  @Post(':id/verify')
  @Operation('complaints.verifyComplaint', {
    summary: { zh: '登记核实情况', en: 'Record findings and evidence' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  verify(@PathId() id: string, @Body() input: VerifyComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const complaint = await this.handler.execute(tx, command, id, input);
        return ok(viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
