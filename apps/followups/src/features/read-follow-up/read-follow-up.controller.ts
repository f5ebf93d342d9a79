import { Controller, Get, Header } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { doorView, HomeCares } from '@property-office/home-care';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import type { FollowUpState } from '../../domain/follow-up-states';
import { followUpErrors } from '../../domain/errors';
import { ReadFollowUps } from '../../persistence/read-follow-ups';
import { JoinedDoubles } from '../../persistence/joined-doubles';
import { viewOf } from '../follow-up.view';
import { FollowUpDetailView } from './follow-up-detail.view';

/** Somebody may still go there. */
const unanswered: readonly FollowUpState[] = ['planned', 'due', 'in-hand'];

@Controller('api/follow-ups')
export class ReadFollowUpController {
  constructor(
    private readonly followUps: ReadFollowUps,
    private readonly doubles: JoinedDoubles,
    private readonly cares: HomeCares,
  ) {}

  /** Not kept by browsers: what is written for a home changes without it. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('followups.readFollowUp', { summary: { zh: '查看回访', en: 'Read a follow-up' }, ok: 200, okBody: FollowUpDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<FollowUpDetailView>> {
    const followUp = await this.followUps.one(principal, id);
    if (!followUp) throw followUpErrors.unknown();
    const { homeId, state, version } = followUp;
    const [doubles, cares] = await Promise.all([this.doubles.of(followUp.repairRequestId), this.cares.of(unanswered.includes(state) ? [homeId] : [])]);
    return ok({ ...viewOf(followUp), doubles, homeId, door: doorView(cares.get(homeId ?? '')) }, version);
  }
}
