import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, joinError, stateAfter } from '../../domain/errors';
import type { Hotline } from '../../domain/hotline';
import { mayNotJoin } from '../../domain/joining';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Places } from '../../persistence/places';
import { checkHotline } from '../check-complaint/check-complaint.handler';
import { AddComplainant } from './add-complainant';
import type { JoinComplaintDto } from './join-complaint.dto';

/** One more complainant on the same matter; the fifth household makes it a major one (W2.3). */
@Injectable()
export class JoinComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly places: Places,
    private readonly adding: AddComplainant,
  ) {}

  /** @returns the site of the home. @throws complainantMissing, siteUnknown (400) */
  async prepare({ personId, homeId, contact, words, hotlineNumber, hotlineDeadline }: JoinComplaintDto): Promise<string | undefined> {
    // It counts as a household: somebody has to be behind it, or something that somebody said.
    if ([personId, homeId, contact, words, hotlineNumber, hotlineDeadline].every((each) => each === undefined)) throw complaintErrors.complainantMissing();
    if (homeId === undefined) return undefined;
    const home = await this.places.find(homeId);
    if (home?.kind !== 'home') throw complaintErrors.siteUnknown('/homeId');
    return home.siteId;
  }

  /** @throws unknown (404), complaintMoveIllegal, alreadyComplainant, handlerUnfitToComplain (409), siteUnknown, aboutComplainant, hotlineIncomplete (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: JoinComplaintDto, homeSite: string | undefined): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'join');
    if (homeSite !== undefined && homeSite !== complaint.siteId) throw complaintErrors.siteUnknown('/homeId');
    const { personId = null, homeId = null, contact = null, words = null, households = 1 } = input;
    const refusal = personId && mayNotJoin(personId, complaint, await this.complainants.personIds(tx, id));
    if (refusal) throw joinError(refusal, '/personId');
    const hotline = hotlineOf(input, tx.now);
    const signsOfMajor = hotline ? (['hotline'] as const) : [];
    await this.adding.execute(tx, complaint, act, { personId, homeId, contact, words, contactId: null, hotline }, { households, signsOfMajor });
    return complaint;
  }
}

/** @throws hotlineIncomplete (400) for half of it, or one that is over */
function hotlineOf({ hotlineNumber, hotlineDeadline }: JoinComplaintDto, now: Date): Hotline | null {
  if (hotlineNumber === undefined && !hotlineDeadline) return null;
  return checkHotline({ channel: 'hotline', hotlineNumber: hotlineNumber ?? null, hotlineDeadline: hotlineDeadline ?? null }, now);
}
