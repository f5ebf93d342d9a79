import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { CorrectRepairDto } from './correct-repair.dto';
import { CorrectRepairHandler } from './correct-repair.handler';

@Controller('api/repair-requests')
export class CorrectRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/correct')
  @Operation('tickets.correctRepair', {
    summary: { zh: '更正报修', en: 'Correct a repair request' },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['stale'],
  })
  correct(@PathId() id: string, @Body() input: CorrectRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const request = await this.handler.execute(tx, command, id, input, prepared);
        return ok(this.views.masked(request), request.version);
      },
      () => this.handler.prepare(input),
    );
  }
}
