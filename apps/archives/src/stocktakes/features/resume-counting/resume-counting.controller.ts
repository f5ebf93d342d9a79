import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { StocktakeView, stocktakeView } from '../stocktake.view';
import { ResumeCountingHandler } from './resume-counting.handler';

@Controller('api/stocktakes')
export class ResumeCountingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ResumeCountingHandler,
  ) {}

  @Post(':id/resume')
  @Operation('archives.resumeCounting', {
    summary: { zh: '继续清点', en: 'Go on counting' },
    description: { zh: '已作的差异说明保留，差异不变的不必重新说明。', en: 'What was said of differences stays, wherever they turn out the same.' },
    ok: 200,
    okBody: StocktakeView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<StocktakeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), stocktakeView);
  }
}
