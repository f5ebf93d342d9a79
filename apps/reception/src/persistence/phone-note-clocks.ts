import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Deadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { latePromise, levelData, reachedLevel } from '../domain/late-promise';
import type { PhoneNote } from './phone-note.entity';
import { PhoneNotes } from './phone-notes';

const kind = 'phone-note';
const promises = ['acknowledge', 'readdress'];

/**
 * The clocks of phone notes (G4, G5): each time one is addressed it has a new one, until it is acknowledged or returned, and each time it
 * came back one of whoever left it, until it is for somebody else.
 */
@Injectable()
export class PhoneNoteClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly notes: PhoneNotes,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const note = await this.notes.lock(tx, id);
        if (!note) return undefined;
        return {
          responsible: [note.state === 'returned' ? note.fromPersonId : note.toPersonId],
          escalated: (level) => this.notes.announce(tx, note, 'reception.phone-note-escalated.v1', levelData(reachedLevel(level))),
        };
      },
    });
  }

  /** The rules by which clocks run, for `begin`; `tx` inside a transaction. */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  begin(tx: Transaction, book: RuleBook, note: PhoneNote, at: Date): void {
    this.start(tx, book, note, 'acknowledge', at);
  }

  /** It came back and is for nobody until whoever left it, or a lead, says for whom. */
  awaitReaddress(tx: Transaction, book: RuleBook, note: PhoneNote, at: Date): void {
    this.start(tx, book, note, 'readdress', at);
  }

  /** Somebody has said something to it, or it is forgotten. */
  async end(tx: Transaction, note: PhoneNote, at: Date): Promise<void> {
    const levels = (await this.deadlines.of(tx, note.id, kind)).close(note.round, promises, at);
    for (const level of levels) this.notes.announce(tx, note, 'reception.phone-note-shown-on-time.v1', levelData(latePromise(level)));
  }

  private start(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, round: episode, urgent }: PhoneNote, promise: string, at: Date): void {
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: urgent ? 'urgent-phone-note' : 'phone-note', promises: [promise], at });
  }
}
