import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DifferencesDto } from '../differences.dto';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { ApproveExplanationsHandler } from './approve-explanations.handler';

@Controller('api/stocktakes')
export class ApproveExplanationsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveExplanationsHandler,
  ) {}

  @Post(':id/approve')
  @Operation('archives.approveExplanations', {
    summary: { zh: '批准差异说明', en: 'Approve explanations' },
    description: { zh: '由说明人以外的人批准。', en: 'By another person than who explained it.' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: DifferencesDto, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
