import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { WithdrawStocktakeDto } from './withdraw-stocktake.dto';
import { WithdrawStocktakeHandler } from './withdraw-stocktake.handler';

@Controller('api/stocktakes')
export class WithdrawStocktakeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawStocktakeHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawStocktake', {
    summary: { zh: '撤销清点', en: 'Withdraw a stocktake' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: WithdrawStocktakeDto, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
