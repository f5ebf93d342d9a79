import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { PersonNotices } from '@property-office/backbone';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { setTimer } from '@property-office/timers';
import type { ContactEnd } from '../domain/contact-event';
import { legalMoves } from '../domain/contact-states';
import type { HandOver, LeadRole } from '../domain/hand-over';
import { ContactClocks } from './contact-clocks';
import type { Contact } from './contact.entity';
import { Contacts, nothingOffered, offerOf } from './contacts';
import { endOffer, keepOffer, passOn, type HandOverOutcome } from './ownership';
import { keptUntil } from './retention';

export const contactForgetTimerKind = 'contact-forget';

/** Hand-overs of a locked contact. Until one is accepted the owner stays who they were. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly contacts: Contacts,
    private readonly clocks: ContactClocks,
    private readonly notices: PersonNotices,
  ) {}

  /**
   * Offers it; what was offered before is replaced.
   * @param passedOver as what nobody was on duty to take it
   */
  async offer(tx: Transaction, contact: Contact, act: Act, offered: Omit<HandOver, 'n'>, passedOver: readonly LeadRole[] = []): Promise<void> {
    const { offeredTo: insteadOf } = contact;
    await this.close(tx, contact, act, 'replaced');
    const handOver = { n: contact.handOvers + 1, ...offered };
    const { n, toPersonId, heated } = handOver;
    this.contacts.advance(tx, contact, act, { kind: 'offered', handOver, insteadOf, passedOver }, {
      state: 'offered',
      handOvers: n,
      offeredTo: toPersonId,
      offeredRole: offered.toRole,
      offeredAt: tx.now,
      offerNote: offered.note,
      heated: contact.heated || heated,
    });
    keepOffer(tx, contact, handOver, act.actor.personId);
    this.hideFrom(tx, contact, insteadOf);
    if (toPersonId) grantAccess(tx, { ...tieOf(contact), subject: `person:${toPersonId}` });
    await this.clocks.offer(tx, contact, heated, act.happenedAt);
  }

  /** What nobody at the desk has taken: its owner, who did not take it either, sees it whatever their role. */
  async offerToDesk(tx: Transaction, contact: Contact, act: Act): Promise<void> {
    await this.offer(tx, contact, act, { toPersonId: null, toRole: 'desk', heated: false, note: null });
    grantAccess(tx, { ...tieOf(contact), subject: `person:${contact.ownerId}` });
  }

  /** Only whoever accepts it sees it by that: neither who had it nor whom it was offered to. */
  async accept(tx: Transaction, contact: Contact, act: Act, ownerId: string): Promise<void> {
    const handOver = offerOf(contact)!;
    await this.close(tx, contact, act, 'accepted');
    const fromPersonId = contact.ownerId;
    this.contacts.advance(tx, contact, act, { kind: 'accepted', handOver, fromPersonId }, { ...nothingOffered, state: 'open', ownerId });
    passOn(tx, contact.id, ownerId);
    for (const before of [fromPersonId, handOver.toPersonId]) this.hideFrom(tx, contact, before);
    grantAccess(tx, { ...tieOf(contact), subject: `person:${ownerId}` });
  }

  async giveBack(tx: Transaction, contact: Contact, act: Act, reason: string): Promise<void> {
    const handOver = offerOf(contact)!;
    await this.close(tx, contact, act, 'returned', reason);
    this.contacts.advance(tx, contact, act, { kind: 'returned', handOver, reason }, { ...nothingOffered, state: 'open' });
    this.hideFrom(tx, contact, handOver.toPersonId);
  }

  /** Ends the contact: nobody is asked to take it over any more, its clocks stand still, and whoever wrote it hears of it. */
  async end(tx: Transaction, contact: Contact, act: Act, event: ContactEnd, changes: Partial<Contact>): Promise<void> {
    const { offeredTo } = contact;
    await this.close(tx, contact, act, 'lapsed');
    this.contacts.advance(tx, contact, act, event, { ...nothingOffered, ...changes });
    this.hideFrom(tx, contact, offeredTo);
    await this.clocks.end(tx, contact, act.happenedAt);
    this.tellWriter(tx, contact, act, event);
    const dueAt = await keptUntil(tx, contact.siteId, 'contact');
    const { id: aggregateId } = contact;
    if (dueAt) setTimer(tx, { kind: contactForgetTimerKind, aggregateId, fireKey: `${contactForgetTimerKind}:${aggregateId}`, dueAt });
  }

  /** The retention is over: removes what is personal; that somebody turned to the desk goes on being counted (G7). */
  async forget(tx: Transaction, id: string): Promise<void> {
    const contact = await this.contacts.lock(tx, id);
    if (!contact || contact.forgottenAt || legalMoves(contact.state).length > 0) return;
    this.contacts.advance(tx, contact, { actor: systemActor, happenedAt: tx.now }, { kind: 'forgotten' }, {
      ...nobodyCalled,
      nameIndex: [],
      ownWords: '',
      attachmentIds: [],
      summary: null,
      conversionHash: null,
      ...(contact.answer !== null && { answer: '' }),
      searchText: contact.number.toLowerCase(),
      searchWords: [],
      forgottenAt: tx.now,
    });
    this.notices.forget(tx, id);
    tx.send('UPDATE hand_over SET note = NULL, return_reason = NULL WHERE contact_id = $1', [id]);
  }

  /** As what it went on, if it did, the enquiry says: that may be hidden from them (W2.3). */
  private tellWriter(tx: Transaction, { id, number, siteId, writtenBy }: Contact, { actor, happenedAt }: Act, { kind }: ContactEnd): void {
    // Whoever did it knows.
    if (writtenBy === null || writtenBy === actor.personId) return;
    this.notices.tell(tx, { personId: writtenBy, siteId, kind: `enquiry-${kind}`, about: { type: 'enquiry', id, number }, occasion: 'ended', happenedAt });
  }

  /** From whoever is asked no more, unless it is in their hands or offered to them again. */
  private hideFrom(tx: Transaction, contact: Contact, personId: string | null): void {
    if (personId === null || personId === contact.ownerId || personId === contact.offeredTo) return;
    revokeAccess(tx, { ...tieOf(contact), subject: `person:${personId}` });
  }

  /** Ends the hand-over that waits, if one does. */
  private async close(tx: Transaction, contact: Contact, { actor, happenedAt }: Act, outcome: HandOverOutcome, reason: string | null = null): Promise<void> {
    if (contact.offeredAt === null) return;
    endOffer(tx, contact.id, outcome, actor.personId, reason);
    await this.clocks.answerOffer(tx, contact, happenedAt);
  }
}

const nobodyCalled = { personId: null, writtenBy: null, homeId: null, callerCipher: null, phoneIndex: null } as const;

function tieOf({ id, siteId, version }: Contact) {
  return { objectId: id, siteId, right: 'act' as const, sourceVersion: version };
}
