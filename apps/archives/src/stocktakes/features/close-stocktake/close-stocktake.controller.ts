import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { CloseStocktakeHandler } from './close-stocktake.handler';

@Controller('api/stocktakes')
export class CloseStocktakeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CloseStocktakeHandler,
  ) {}

  @Post(':id/close')
  @Operation('archives.closeStocktake', {
    summary: { zh: '办结清点', en: 'Close a stocktake' },
    description: { zh: '差异全部说明并批准后办结；需要更正的库位此时登记。', en: 'Once each difference is explained and approved; shelves are corrected by that.' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
