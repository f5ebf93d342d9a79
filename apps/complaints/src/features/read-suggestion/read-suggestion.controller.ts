import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { ReadPromises } from '@property-office/deadlines';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { Suggestions } from '../../persistence/suggestions';
import { SuggestionDetailView, suggestionView } from '../suggestion.view';

@Controller('api/suggestions')
export class ReadSuggestionController {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly promises: ReadPromises,
  ) {}

  @Get(':id')
  @Operation('complaints.readSuggestion', { summary: { zh: '查看建议', en: 'Read a suggestion' }, ok: 200, okBody: SuggestionDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<SuggestionDetailView>> {
    const suggestion = await this.suggestions.one(principal, id);
    if (!suggestion) throw complaintErrors.suggestionUnknown();
    const { siteId, adopted, version } = suggestion;
    const promises = ['review-suggestion', ...(adopted ? ['outcome'] : [])];
    const made = await this.promises.of({ aggregateId: id, siteId, episode: 1, class: 'suggestion', promises });
    return ok({ ...suggestionView(suggestion), promises: made }, version);
  }
}
