import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Deadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { latePromise, levelData, reachedLevel } from '../domain/late-promise';
import type { PhoneNote } from './phone-note.entity';
import { PhoneNotes } from './phone-notes';

const kind = 'phone-note';
const promises = ['acknowledge'];

/** The clocks of phone notes (G4, G5): each time one is addressed it has a new one, until it is acknowledged or returned. */
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
          responsible: [note.toPersonId],
          escalated: (level) => this.notes.announce(tx, note, 'reception.phone-note-escalated.v1', levelData(reachedLevel(level))),
        };
      },
    });
  }

  /** The rules by which clocks run, for `begin`; `tx` inside a transaction. */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  begin(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, round: episode }: PhoneNote, at: Date): void {
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: kind, promises, at });
  }

  /** The colleague has said something to it. */
  async end(tx: Transaction, note: PhoneNote, at: Date): Promise<void> {
    const levels = (await this.deadlines.of(tx, note.id, kind)).close(note.round, promises, at);
    for (const level of levels) this.notes.announce(tx, note, 'reception.phone-note-shown-on-time.v1', levelData(latePromise(level)));
  }
}
