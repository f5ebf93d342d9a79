import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isBetweenServiceDays } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { ContactEvent } from '../domain/contact-event';
import { latePromise, reachedLevel } from '../domain/late-promise';
import type { Contact } from './contact.entity';
import { Contacts } from './contacts';

const kind = 'contact';
const enquiry = 1;
const promises = ['answer', 'done'];

/**
 * The clocks of contacts (G4, G5): of the enquiry from when it came, and of each hand-over until it is answered. The contact
 * is locked by whoever moves them; while a hand-over waits, its owner is who hears of it first.
 */
@Injectable()
export class ContactClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly contacts: Contacts,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const contact = await this.contacts.lock(tx, id);
        if (!contact) return undefined;
        return {
          responsible: [contact.ownerId],
          escalated: (escalation) => this.announce(tx, contact, { kind: 'escalated', escalation: reachedLevel(escalation) }),
        };
      },
    });
  }

  /** The rules by which clocks run, for `begin`. */
  book(): Promise<RuleBook> {
    return this.deadlines.book();
  }

  /** Whether the desk has not opened yet, has closed, or does not open that day. */
  async isNight(tx: Transaction, { siteId }: Contact): Promise<boolean> {
    return isBetweenServiceDays((await this.deadlines.book(tx)).of(siteId, tx.now).calendars.desk, tx.now);
  }

  begin(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, happenedAt: at }: Contact): void {
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: enquiry, class: 'enquiry', promises, at });
  }

  async end(tx: Transaction, contact: Contact, at: Date): Promise<void> {
    this.shown(tx, contact, (await this.of(tx, contact)).close(enquiry, promises, at));
  }

  /** Each hand-over has a clock of its own; a heated talk waits for minutes only. */
  async offer(tx: Transaction, { id: aggregateId, siteId, handOvers: episode }: Contact, heated: boolean, at: Date): Promise<void> {
    const name = heated ? 'heated-hand-over' : 'hand-over';
    this.deadlines.start(tx, await this.deadlines.book(tx), { kind, aggregateId, siteId, episode, class: name, promises: ['accept'], at });
  }

  async answerOffer(tx: Transaction, contact: Contact, at: Date): Promise<void> {
    this.shown(tx, contact, (await this.of(tx, contact)).close(contact.handOvers, ['accept'], at));
  }

  private of(tx: Transaction, { id }: Contact): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }

  private shown(tx: Transaction, contact: Contact, levels: ShownOnTime[]): void {
    for (const level of levels) this.announce(tx, contact, { kind: 'shown-on-time', level: latePromise(level) });
  }

  private announce(tx: Transaction, contact: Contact, event: ContactEvent): void {
    this.contacts.advance(tx, contact, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
