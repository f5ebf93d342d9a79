import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { filedAs } from '../domain/converted';
import { overStates } from '../domain/complaint-states';
import { mayNotJoin } from '../domain/joining';
import { AddComplainant } from '../features/join-complaint/add-complainant';
import { FileComplaint } from '../features/record-complaint/file-complaint';
import { FileSuggestion } from '../features/record-suggestion/file-suggestion';
import { nextSequence } from '../persistence/case-numbers';
import { ComplaintClocks } from '../persistence/complaint-clocks';
import { takeCaller } from '../persistence/converted-callers';
import { Complainants } from '../persistence/complainants';
import type { Complaint } from '../persistence/complaint.entity';
import { Complaints } from '../persistence/complaints';
import { isFiled } from '../persistence/filed-cases';
import { lockPeople } from '../persistence/people';

type Converted = WireEvent<'reception.contact-converted.v1'>;
type HeardOfIt = NonNullable<Converted['data']['complaint']>;
type Caller = Awaited<ReturnType<typeof takeCaller>>;

/**
 * Makes the complaint or suggestion a contact was converted to (W2.1), by what a form does, which was examined when it was
 * converted: nothing is refused here. Neither event names anybody: whose case it is was told beside them
 * (`register-caller`), what they told of themselves stays with reception.
 *
 * It rebuilds: its id comes with the event, so that again makes nothing, and what was converted before this reaction was
 * there is made, too. (`skip` would leave that out for ever.)
 */
@Controller()
export class TakeConversionReaction {
  constructor(
    private readonly complaint: FileComplaint,
    private readonly suggestion: FileSuggestion,
    private readonly clocks: ComplaintClocks,
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly joining: AddComplainant,
  ) {}

  @Reaction({ durable: 'complaints__converted_v1', events: ['reception.contact-converted.v1'], order: 'any', replay: 'rebuild' })
  async onConverted(@Payload() event: Converted, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { to, objectId } = event.data;
    if ((to !== 'complaint' && to !== 'suggestion') || (await isFiled(tx, objectId))) return;
    return to === 'complaint' ? this.complain(tx, event) : this.suggest(tx, event);
  }

  private async complain(tx: Transaction, event: Converted): Promise<void> {
    const { objectId: id, contactId, complaint, introduced } = event.data;
    if (!complaint) throw new Error(`contact ${contactId} was converted to a complaint that says nothing`);
    const joined = complaint.joins === undefined ? undefined : await this.locked(tx, complaint.joins);
    const caller = await takeCaller(tx, id, introduced);
    if (joined && !overStates.includes(joined.state)) return this.join(tx, event, complaint, joined, caller);
    await this.file(tx, event, complaint, caller, joined);
  }

  /** People are locked before the complaint about them, as everywhere: should it be over, another is filed about them. */
  private async locked(tx: Transaction, id: string): Promise<Complaint> {
    const [row] = await tx.query<{ about: string[] }>('SELECT about_person_ids AS about FROM complaint WHERE id = $1', [id]);
    await lockPeople(tx, row?.about ?? []);
    return this.complaints.lockForFact(tx, id);
  }

  /** Whoever turned out meanwhile to have to do with it is on record as a stranger: what they said is not lost. */
  private async join(tx: Transaction, event: Converted, complaint: HeardOfIt, joined: Complaint, { personId, homeId }: Caller): Promise<void> {
    const { objectId: id, contactId, description: words, attachmentIds } = event.data;
    const { hotlineNumber: number, hotlineDeadline: deadline } = complaint;
    const hotline = number !== null && deadline !== null ? { number, deadline: new Date(deadline) } : null;
    const refusal = personId && mayNotJoin(personId, joined, await this.complainants.personIds(tx, joined.id));
    const complainant = { id, personId: refusal ? null : personId, homeId, contact: null, words, contactId, attachmentIds, hotline };
    await this.joining.execute(tx, joined, actOfEvent(event), complainant, { households: complaint.households, ...filedAs(complaint) });
  }

  /** @param joined which it was to join, and was over by then: what that was about it is about, and hidden from */
  private async file(tx: Transaction, event: Converted, complaint: HeardOfIt, caller: Caller, joined?: Complaint): Promise<void> {
    const { objectId: id, contactId, description: words, attachmentIds, location } = event.data;
    const { aboutPersonId, aboutPersonIds = [], aboutCrewIds = [], households, hotlineNumber, hotlineDeadline } = complaint;
    const { signsOfMajor, ...filed } = filedAs(complaint.category === undefined && joined ? { ...complaint, category: joined.kind } : complaint);
    const about = [...new Set([...(aboutPersonId === null ? [] : [aboutPersonId]), ...aboutPersonIds, ...(joined?.aboutPersonIds ?? [])])];
    const { personId, homeId } = caller;
    const isAbout = personId !== null && about.includes(personId);
    await this.complaint.execute(tx, actOfEvent(event), {
      id,
      siteId: event.siteid,
      sequence: await nextSequence(tx, 'complaint_number'),
      rules: await this.clocks.book(tx),
      ...filed,
      words,
      complainant: { personId: isAbout ? null : personId, homeId, contact: null, words, contactId },
      aboutPersonIds: about,
      aboutCrewIds: [...new Set([...aboutCrewIds, ...(joined?.aboutCrewIds ?? [])])],
      hotlineNumber,
      hotlineDeadline: hotlineDeadline === null ? null : new Date(hotlineDeadline),
      attachmentIds,
      households,
      heard: { placeId: location?.id ?? null, signsOfMajor },
    });
  }

  private async suggest(tx: Transaction, event: Converted): Promise<void> {
    const { objectId: id, contactId, description: words, attachmentIds, location, introduced, caller } = event.data;
    const { personId: madeBy } = await takeCaller(tx, id, introduced);
    this.suggestion.execute(tx, actOfEvent(event), {
      id,
      siteId: event.siteid,
      sequence: await nextSequence(tx, 'suggestion_number'),
      rules: await this.clocks.book(tx),
      words,
      madeBy,
      contact: null,
      attachmentIds,
      heard: { contactId, placeId: location?.id ?? null, callerUnknown: caller === 'unknown' },
    });
  }
}
