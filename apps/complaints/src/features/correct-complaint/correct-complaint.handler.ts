import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { Hidden } from '../../domain/complaint-event';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { groupErrors } from '../../domain/group-errors';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { crewsOf, lockPeople } from '../../persistence/people';
import { CheckComplaintHandler } from '../check-complaint/check-complaint.handler';
import { NameAbout } from './name-about';
import type { CorrectComplaintDto } from './correct-complaint.dto';

/**
 * Whom a complaint is about is corrected for everybody to see (G3), or set where a complainant said it in words: somebody of ours, or nobody whom that can
 * be told of (W2.3). Whoever was named wrongly was complained about: they do not see it again.
 */
@Injectable()
export class CorrectComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly check: CheckComplaintHandler,
    private readonly naming: NameAbout,
  ) {}

  /** @throws unknown (404), aboutOwn (403), complaintMoveIllegal, aboutUnchanged (409), aboutUnknown, aboutComplainant (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { aboutPersonIds, aboutCrewIds, reason, ...input }: CorrectComplaintDto): Promise<Complaint> {
    // Before the complaint, as whoever notes a crew of theirs does.
    await lockPeople(tx, aboutPersonIds);
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'correct-about');
    const about: Hidden = { personIds: [...new Set(aboutPersonIds)], crewIds: [...new Set(aboutCrewIds)] };
    const unchanged = isSame(about.personIds, complaint.aboutPersonIds) && isSame(about.crewIds, complaint.aboutCrewIds);
    if (unchanged && !complaint.aboutOpen) throw complaintErrors.aboutUnchanged();
    const settling = (await this.complainants.sayWhom(tx, id)) ? personsBehind(act.actor) : [];
    await assertAnother(tx, complaint, about, settling);
    await this.examine(tx, complaint, about);
    await this.naming.execute(tx, complaint, about, act, reason, settling);
    this.complainants.settle(tx, id, isSame([...about.personIds, ...about.crewIds], []) ? settling : null);
    return complaint;
  }

  private async examine(tx: Transaction, { id, siteId, aboutPersonIds }: Complaint, about: Hidden): Promise<void> {
    const complain = await this.complainants.personIds(tx, id);
    const own = about.personIds.findIndex((personId) => complain.includes(personId));
    if (own >= 0) throw complaintErrors.aboutComplainant(`/aboutPersonIds/${own}`);
    // Who was named before may have ceased to work here since.
    const named = about.personIds.filter((personId) => !aboutPersonIds.includes(personId));
    await this.check.execute(tx, { siteId, complainantId: null, channel: 'staff', aboutPersonIds: named, aboutCrewIds: about.crewIds, hotlineNumber: null, hotlineDeadline: null });
  }
}

/** It may be they whom the complainant means, also once somebody has settled who that is. @throws aboutOwn (403) */
async function assertAnother(tx: Transaction, { handlerIds }: Complaint, about: Hidden, settling: string[]): Promise<void> {
  const crews = await crewsOf(tx, settling);
  if (settling.some((each) => handlerIds.includes(each) || about.personIds.includes(each)) || crews.some((each) => about.crewIds.includes(each))) throw groupErrors.aboutOwn();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
