import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import { byWhen, CaseLinks, sendReceipt } from '@property-office/receipts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { complaintErrors } from '../../domain/errors';
import { isAnswered } from '../../domain/suggestion-states';
import { Places } from '../../persistence/places';
import { Suggestions } from '../../persistence/suggestions';
import { suggestionReceipt } from '../../printing/case-receipts';

@Controller('api/suggestions')
export class PrintSuggestionReceiptController {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly promises: ReadPromises,
    private readonly places: Places,
    private readonly links: CaseLinks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id/receipt')
  @Operation('complaints.printSuggestionReceipt', { summary: { zh: '打印建议回执（大字）', en: 'The receipt of a suggestion in large type' }, ok: 200 })
  @ApiOkResponse({ description: 'A5', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const suggestion = await this.suggestions.one(principal, id, 'complaints.printSuggestionReceipt');
    if (!suggestion) throw complaintErrors.suggestionUnknown();
    const { siteId, placeId } = suggestion;
    const [names, promises] = await Promise.all([
      this.places.namesOf(placeId, siteId),
      this.promises.of({ aggregateId: id, siteId, episode: 1, class: 'suggestion', promises: ['review-suggestion', 'outcome'] }),
    ]);
    const by = byWhen({ isOver: isAnswered(suggestion.state), promises }, 'outcome', 'review-suggestion');
    const url = `${originOf(request, this.configuration.http.publicUrl)}/follow/cases/${this.links.tokenOf(id)}`;
    await sendReceipt(reply, suggestionReceipt(suggestion, { ...names, by, url }));
  }
}
