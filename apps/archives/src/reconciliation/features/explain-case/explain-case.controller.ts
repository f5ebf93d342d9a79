import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { MonthView, monthView } from '../month.view';
import { ExplainCaseDto } from './explain-case.dto';
import { ExplainCaseHandler } from './explain-case.handler';

@Controller('api/archive-months')
export class ExplainCaseController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ExplainCaseHandler,
  ) {}

  @Post(':id/explain')
  @Operation('archives.explainCase', {
    summary: { zh: '说明未核平的原因', en: 'Say why something is missing or open' },
    ok: 200,
    okBody: MonthView,
    errors: ['conflict', 'stale'],
  })
  explain(@PathId() id: string, @Body() input: ExplainCaseDto, @Command() command: CommandContext): Promise<Answer<MonthView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), monthView);
  }
}
