import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { DeclineSuggestionDto } from './decline-suggestion.dto';
import { DeclineSuggestionHandler } from './decline-suggestion.handler';

@Controller('api/suggestions')
export class DeclineSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DeclineSuggestionHandler,
  ) {}

  @Post(':id/decline')
  @Operation('complaints.declineSuggestion', {
    summary: { zh: '不采纳建议', en: 'Decline a suggestion' },
    ok: 200,
    okBody: SuggestionView,
    errors: ['conflict', 'stale'],
  })
  decline(@PathId() id: string, @Body() input: DeclineSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), suggestionView);
  }
}
