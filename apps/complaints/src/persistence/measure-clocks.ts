import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { MeasureEvent } from '../measure-events';
import type { CauseMeasure } from './cause-measure.entity';
import { CauseMeasures } from './cause-measures';

const kind = 'cause-measure';
const promise = 'measure';
const once = 1;

/** The clock of a measure (G4, G5): its owner has a date; when that is over they hear of it, then the lead and the director. */
@Injectable()
export class MeasureClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly measures: CauseMeasures,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const measure = await this.measures.lock(tx, id);
        return { responsible: [measure.ownerId], escalated: (escalation) => this.announce(tx, measure, { kind: 'escalated', escalation }) };
      },
    });
  }

  /** The rules by which it runs, for `begin`. */
  book(): Promise<RuleBook> {
    return this.deadlines.book();
  }

  async begin(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, dueAt }: CauseMeasure, at: Date): Promise<void> {
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: once, class: kind, promises: [promise], at });
    (await this.of(tx, aggregateId)).agree(once, promise, dueAt, tx.now);
  }

  async done(tx: Transaction, measure: CauseMeasure, at: Date): Promise<void> {
    for (const level of (await this.of(tx, measure.id)).close(once, [promise], at)) this.announce(tx, measure, { kind: 'shown-on-time', level });
  }

  /** Reviewed without having been done: nobody is reminded any more. */
  async over(tx: Transaction, { id }: CauseMeasure, at: Date): Promise<void> {
    (await this.of(tx, id)).cancel(once, at);
  }

  private of(tx: Transaction, id: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }

  private announce(tx: Transaction, measure: CauseMeasure, event: MeasureEvent): void {
    this.measures.advance(tx, measure, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
