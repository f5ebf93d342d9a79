import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { principalAsked } from '@property-office/backbone';
import { openSuggestionsPath, type OpenSuggestions } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { OpenSuggestionsDto } from './list-open-suggestions.dto';
import { ListOpenSuggestionsHandler } from './list-open-suggestions.handler';

/** What somebody who rings has suggested, for reception to say how it stands. */
@Controller()
export class ListOpenSuggestionsController {
  constructor(
    private readonly database: Database,
    private readonly handler: ListOpenSuggestionsHandler,
  ) {}

  @Post(openSuggestionsPath)
  @HttpCode(200)
  @Internal('reception')
  list(@Body() { siteId, makerId, principal }: OpenSuggestionsDto): Promise<OpenSuggestions> {
    return this.database.transaction((tx) => this.handler.execute(tx, principalAsked(principal), siteId, makerId));
  }
}
