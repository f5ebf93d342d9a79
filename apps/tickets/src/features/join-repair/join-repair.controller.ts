import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { SimilarRepairView, similarView } from '../similar-repair.view';
import { JoinRepairDto } from './join-repair.dto';
import { JoinRepairHandler } from './join-repair.handler';

@Controller('api/repair-requests')
export class JoinRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: JoinRepairHandler,
  ) {}

  @Post(':id/me-too')
  @Operation('tickets.joinRepair', {
    summary: { zh: '我也遇到', en: 'Me too' },
    description: { zh: '不再重复报修，会收到其结果。', en: 'Instead of another report; whoever says so hears of the outcome.' },
    ok: 200,
    okBody: SimilarRepairView,
    errors: ['conflict', 'stale'],
  })
  join(@PathId() id: string, @Body() input: JoinRepairDto, @Command() command: CommandContext): Promise<Answer<SimilarRepairView>> {
    return this.commands.run(command, async (tx) => ok(similarView(await this.handler.execute(tx, command, id, input))));
  }
}
