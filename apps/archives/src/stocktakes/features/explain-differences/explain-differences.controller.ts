import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { ExplainDifferencesDto } from './explain-differences.dto';
import { ExplainDifferencesHandler } from './explain-differences.handler';

@Controller('api/stocktakes')
export class ExplainDifferencesController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ExplainDifferencesHandler,
  ) {}

  @Post(':id/explain')
  @Operation('archives.explainDifferences', {
    summary: { zh: '说明差异', en: 'Explain differences' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ExplainDifferencesDto, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
