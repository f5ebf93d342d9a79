import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { Suggestions } from '../../persistence/suggestions';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { ListSuggestionsQuery } from './list-suggestions.query';

export class SuggestionPage {
  @ApiProperty({ type: [SuggestionView] })
  items!: SuggestionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/suggestions')
export class ListSuggestionsController {
  constructor(private readonly suggestions: Suggestions) {}

  @Get()
  @Operation('complaints.listSuggestions', { summary: { zh: '建议列表', en: 'List suggestions' }, ok: 200, okBody: SuggestionPage })
  async list(@Query() query: ListSuggestionsQuery, @Acting() principal: Principal): Promise<Page<SuggestionView>> {
    const page = await this.suggestions.page(principal, query);
    return { items: page.items.map(suggestionView), nextCursor: page.nextCursor };
  }
}
