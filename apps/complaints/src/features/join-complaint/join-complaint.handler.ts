import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { majorByRule } from '../../domain/major';
import { Complainants } from '../../persistence/complainants';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Places } from '../../persistence/places';
import { MarkMajorHandler } from '../mark-major/mark-major.handler';
import type { JoinComplaintDto } from './join-complaint.dto';

/** One more complainant on the same matter; the fifth household makes it a major one (W2.3). */
@Injectable()
export class JoinComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly places: Places,
    private readonly major: MarkMajorHandler,
    private readonly notices: ComplainantNotices,
  ) {}

  /** @returns the site of the home. @throws siteUnknown (400) */
  async prepare({ homeId }: JoinComplaintDto): Promise<string | undefined> {
    if (homeId === undefined) return undefined;
    const home = await this.places.find(homeId);
    if (home?.kind !== 'home') throw complaintErrors.siteUnknown('/homeId');
    return home.siteId;
  }

  /** @throws unknown (404), complaintMoveIllegal, alreadyComplainant (409), siteUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: JoinComplaintDto, homeSite: string | undefined): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'join');
    if (homeSite !== undefined && homeSite !== complaint.siteId) throw complaintErrors.siteUnknown('/homeId');
    const { personId = null, homeId = null, contact = null, words = null } = input;
    const known = await this.complainants.personIds(tx, id);
    if (personId && known.includes(personId)) throw complaintErrors.alreadyComplainant();
    if (personId && personId === complaint.handlerId) throw complaintErrors.handlerUnfitToComplain();
    if (personId && complaint.aboutPersonIds.includes(personId)) throw complaintErrors.aboutComplainant('/personId');
    this.complainants.add(tx, complaint, { personId, homeId, contact, words, contactId: null });
    const households = await this.complainants.households(tx, id);
    this.complaints.advance(tx, complaint, act, { kind: 'joined', households, complainants: await this.complainants.count(tx, id) });
    if (personId) this.notices.tell(tx, [personId], 'complaint-accepted', { type: 'complaint', ...complaint }, act);
    const because = majorByRule({ ...complaint, households });
    if (because.some((reason) => !complaint.majorBecause.includes(reason))) await this.major.make(tx, complaint, act, because, null);
    return complaint;
  }
}
