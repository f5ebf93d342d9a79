import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { caseVisiblePath, type CaseVisibility, type Principal } from '@property-office/contracts';
import { ReadComplaints } from '../../persistence/read-complaints';
import { Suggestions } from '../../persistence/suggestions';
import { VisibilityDto } from './read-visibility.dto';

/** Who sees a case sees its timeline: asked here, so that there is one rule and no copy of who complains. */
@Controller()
export class ReadVisibilityController {
  constructor(
    private readonly complaints: ReadComplaints,
    private readonly suggestions: Suggestions,
  ) {}

  @Post(caseVisiblePath)
  @HttpCode(200)
  @Internal()
  async read(@Body() { caseId, principal: asked }: VisibilityDto): Promise<CaseVisibility> {
    const roles = asked.roles.map(({ role, siteId }) => ({ role, siteId: siteId ?? null }));
    const principal: Principal = { ...asked, roles, accountId: '', sessionId: '', name: '' };
    const complaint = await this.complaints.one(principal, caseId, 'tracking.readComplaintTimeline');
    return { visible: Boolean(complaint ?? (await this.suggestions.one(principal, caseId, 'tracking.readSuggestionTimeline'))) };
  }
}
