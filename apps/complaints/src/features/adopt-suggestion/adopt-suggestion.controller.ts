import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { AdoptSuggestionDto } from './adopt-suggestion.dto';
import { AdoptSuggestionHandler } from './adopt-suggestion.handler';

@Controller('api/suggestions')
export class AdoptSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AdoptSuggestionHandler,
  ) {}

  @Post(':id/adopt')
  @Operation('complaints.adoptSuggestion', {
    summary: { zh: '采纳建议', en: 'Adopt a suggestion' },
    ok: 200,
    okBody: SuggestionView,
    errors: ['conflict', 'stale'],
  })
  adopt(@PathId() id: string, @Body() input: AdoptSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), suggestionView);
  }
}
