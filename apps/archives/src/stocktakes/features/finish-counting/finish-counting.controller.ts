import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { FinishCountingHandler } from './finish-counting.handler';

@Controller('api/stocktakes')
export class FinishCountingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishCountingHandler,
  ) {}

  @Post(':id/finish')
  @Operation('archives.finishCounting', {
    summary: { zh: '完成清点', en: 'Finish counting' },
    description: { zh: '列出与目录的差异；清点期间借还、移动、新归档的不算差异。', en: 'What differs from the catalogue is listed; what came, left or was moved meanwhile is no difference.' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
