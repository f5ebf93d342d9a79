import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { ReturnExplanationsDto } from './return-explanations.dto';
import { ReturnExplanationsHandler } from './return-explanations.handler';

@Controller('api/stocktakes')
export class ReturnExplanationsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnExplanationsHandler,
  ) {}

  @Post(':id/return')
  @Operation('archives.returnExplanations', {
    summary: { zh: '退回差异说明', en: 'Return explanations' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ReturnExplanationsDto, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
