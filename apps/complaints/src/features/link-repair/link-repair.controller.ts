import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { LinkRepairDto } from './link-repair.dto';
import { LinkRepairHandler } from './link-repair.handler';

@Controller('api/complaints')
export class LinkRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: LinkRepairHandler,
  ) {}

  @Post(':id/link-repair')
  @Operation('complaints.linkRepair', {
    summary: { zh: '关联报修', en: 'Link a repair request' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  link(@PathId() id: string, @Body() input: LinkRepairDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const complaint = await this.handler.execute(tx, command, id, input, prepared);
        return ok(viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(command.principal, id, input),
    );
  }
}
