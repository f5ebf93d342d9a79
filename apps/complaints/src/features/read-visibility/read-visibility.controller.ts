import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { principalAsked } from '@property-office/backbone';
import { caseVisiblePath, type CaseVisibility } from '@property-office/contracts';
import { CauseMeasures } from '../../persistence/cause-measures';
import { ReadComplaints } from '../../persistence/read-complaints';
import { Suggestions } from '../../persistence/suggestions';
import { VisibilityDto } from './read-visibility.dto';

/** Who sees a case, or a measure against causes, sees its timeline: asked here, so that there is one rule and no copy of who complains. */
@Controller()
export class ReadVisibilityController {
  constructor(
    private readonly complaints: ReadComplaints,
    private readonly suggestions: Suggestions,
    private readonly measures: CauseMeasures,
  ) {}

  @Post(caseVisiblePath)
  @HttpCode(200)
  @Internal()
  async read(@Body() { caseId, principal: asked }: VisibilityDto): Promise<CaseVisibility> {
    const principal = principalAsked(asked);
    const found =
      (await this.complaints.one(principal, caseId, 'tracking.readComplaintTimeline')) ??
      (await this.suggestions.one(principal, caseId, 'tracking.readSuggestionTimeline')) ??
      (await this.measures.one(principal, caseId, 'tracking.readCauseMeasureTimeline'));
    return { visible: found !== undefined };
  }
}
