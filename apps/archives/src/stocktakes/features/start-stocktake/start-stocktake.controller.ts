import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, created, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { StartStocktakeDto } from './start-stocktake.dto';
import { StartStocktakeHandler } from './start-stocktake.handler';

@Controller('api/stocktakes')
export class StartStocktakeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: StartStocktakeHandler,
  ) {}

  @Post()
  @Operation('archives.startStocktake', {
    summary: { zh: '发起档案清点', en: 'Start a stocktake' },
    description: { zh: '按门类或库位清点纸质档案；借出、已销毁的不算缺失。', en: 'Of the paper of a category, or on a shelf. What is on loan or destroyed is not missing.' },
    ok: 201,
    okBody: StocktakeView,
  })
  start(@Body() input: StartStocktakeDto, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const stocktake = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/stocktakes/${stocktake.id}`, stocktakeView(stocktake), stocktake.version);
      },
      () => this.handler.prepare(),
    );
  }
}
