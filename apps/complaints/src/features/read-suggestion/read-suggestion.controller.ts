import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { Suggestions } from '../../persistence/suggestions';
import { SuggestionView, suggestionView } from '../suggestion.view';

@Controller('api/suggestions')
export class ReadSuggestionController {
  constructor(private readonly suggestions: Suggestions) {}

  @Get(':id')
  @Operation('complaints.readSuggestion', { summary: { zh: '查看建议', en: 'Read a suggestion' }, ok: 200, okBody: SuggestionView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<SuggestionView>> {
    const suggestion = await this.suggestions.one(principal, id);
    if (!suggestion) throw complaintErrors.suggestionUnknown();
    return ok(suggestionView(suggestion), suggestion.version);
  }
}
