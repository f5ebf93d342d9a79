import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import { datedNumber, type ComplaintChannel, type ComplaintKind, type MajorReason } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { isAboutOpen } from '../../domain/about';
import { majorByRule } from '../../domain/major';
import { indexCase } from '../../persistence/case-search';
import { Complainants, type NewComplainant } from '../../persistence/complainants';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { newRound } from '../../persistence/past-rounds';
import { crewsOf, isAnyDirector, lockPeople } from '../../persistence/people';
import { AttitudeSuperiors } from './attitude-superiors';
import { FirstHandler } from './first-handler';

/** A complaint to be filed, from wherever it comes: a form, or a converted contact. `CheckComplaintHandler` has examined it. */
export interface NewComplaint {
  id: string;
  siteId: string;
  sequence: number;
  /** By which its clocks run. */
  rules: RuleBook;
  kind: ComplaintKind;
  channel: ComplaintChannel;
  words: string;
  complainant: NewComplainant;
  aboutPersonIds: string[];
  aboutCrewIds: string[];
  injuryOrSafety: boolean;
  hotlineNumber: string | null;
  hotlineDeadline: Date | null;
  attachmentIds: string[];
  /** For how many the complainant speaks. */
  households: number;
  /** What a desk adds that heard it. */
  heard?: { placeId: string | null; signsOfMajor: MajorReason[] };
}

const untouched = {
  acknowledgedHow: null,
  version: 1,
  round: 1,
  level: 0,
  state: 'recorded',
  majorReason: null,
  handlerId: null,
  handlerIds: [],
  evidenceIds: [],
  ...newRound,
  extensionUntil: null,
  extensionReason: null,
  extensionAskedBy: null,
  extensionApprovedBy: null,
  extensionToldAt: null,
  extensionToldHow: null,
  extensionToldIds: null,
  mergedInto: null,
  mergedIntoNumber: null,
  mergeReason: null,
} as const;

/** Files a complaint: hidden from whom it is about, major by rule or not, with whoever hears of it first (W2.3, R1.4). */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly firstHandler: FirstHandler,
    private readonly superiors: AttitudeSuperiors,
    private readonly notices: ComplainantNotices,
  ) {}

  /** @param act not in the name of a complainant */
  async execute(tx: Transaction, act: Act, given: NewComplaint): Promise<Complaint> {
    await lockPeople(tx, given.aboutPersonIds);
    const hiddenFrom = {
      personIds: given.aboutPersonIds,
      crewIds: [...new Set([...given.aboutCrewIds, ...(await crewsOf(tx, given.aboutPersonIds))])],
    };
    const { placeId = null, signsOfMajor = [] } = given.heard ?? {};
    const complaint = Object.assign(new Complaint(), untouched, {
      id: given.id,
      number: datedNumber('C', tx.now, given.sequence),
      siteId: given.siteId,
      kind: given.kind,
      channel: given.channel,
      words: given.words,
      injuryOrSafety: given.injuryOrSafety,
      majorBecause: majorByRule({ ...given, signsOfMajor }),
      aboutPersonIds: given.aboutPersonIds,
      aboutCrewIds: given.aboutCrewIds,
      aboutOpen: isAboutOpen(given.complainant.aboutWords, given),
      aboutDirector: await isAnyDirector(tx, given.aboutPersonIds, given.siteId),
      placeId,
      hotlineNumber: given.hotlineNumber,
      hotlineDeadline: given.hotlineDeadline,
      attachmentIds: given.attachmentIds,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    complaint.dueAt = this.clocks.begin(tx, given.rules, complaint, act.happenedAt);
    shieldObject(tx, complaint.id, hiddenFrom);
    const { personId } = given.complainant;
    const handlerId = await this.firstHandler.of(tx, complaint, personId === null ? [] : [personId]);
    if (handlerId) Object.assign(complaint, { handlerId, handlerIds: [handlerId] });
    const superiorIds = await this.superiors.of(tx, complaint, personId === null ? [] : [personId]);
    this.complaints.insert(tx, complaint, act, { kind: 'recorded', hiddenFrom, superiorIds: superiorIds.filter((each) => each !== complaint.handlerId) });
    if (superiorIds.length > 0) this.superiors.letIn(tx, complaint, superiorIds);
    await this.clocks.keep(tx, complaint, act, 'recorded');
    if (handlerId) this.firstHandler.grant(tx, complaint, handlerId);
    const hotline = given.hotlineNumber !== null && given.hotlineDeadline ? { number: given.hotlineNumber, deadline: given.hotlineDeadline } : null;
    this.complainants.add(tx, complaint, { ...given.complainant, hotline, households: given.households });
    indexCase(tx, complaint.id, complaint.number, complaint.words, complaint.hotlineNumber);
    if (personId) this.notices.tell(tx, [personId], 'complaint-accepted', { type: 'complaint', ...complaint }, act);
    return complaint;
  }
}
