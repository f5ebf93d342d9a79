import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { FinishSuggestionDto } from './finish-suggestion.dto';
import { FinishSuggestionHandler } from './finish-suggestion.handler';

@Controller('api/suggestions')
export class FinishSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishSuggestionHandler,
  ) {}

  @Post(':id/carry-out')
  @Operation('complaints.finishSuggestion', {
    summary: { zh: '登记落实情况', en: 'Record what came of a suggestion' },
    ok: 200,
    okBody: SuggestionView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), suggestionView);
  }
}
