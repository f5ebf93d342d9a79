import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderBefore } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { clerksOf } from '../../persistence/who-knows';
import type { Stocktake } from './stocktake.entity';
import { Stocktakes } from './stocktakes';

const kind = 'stocktake';
const episode = 1;

/**
 * The clock of a stocktake (G4, G5): whoever keeps the records of the site today is reminded a workday before the date and on it, then the
 * director and the company hear. What is told is its number alone, so nobody is barred from it.
 */
@Injectable()
export class StocktakeClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly stocktakes: Stocktakes,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const stocktake = await this.stocktakes.lock(tx, id);
        if (!stocktake) return undefined;
        return {
          responsible: await clerksOf(tx, stocktake.siteId),
          barred: new Set<string>(),
          escalated: (level) => this.stocktakes.advance(tx, stocktake, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  async started(tx: Transaction, { id: aggregateId, siteId, finishBy, happenedAt: at }: Stocktake): Promise<void> {
    const book = await this.deadlines.book(tx);
    const before = reminderBefore(book.of(siteId, at).calendars.papers, finishBy);
    const until = new Map([['finish-stocktake', finishBy]]);
    if (before && before > tx.now) until.set('finish-stocktake-soon', before);
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: kind, promises: [...until.keys()], at });
    const held = await this.of(tx, aggregateId);
    for (const [promise, date] of until) held.agree(episode, promise, date, tx.now);
  }

  async closed(tx: Transaction, stocktake: Stocktake, at: Date): Promise<void> {
    for (const level of (await this.of(tx, stocktake.id)).close(episode, ['finish-stocktake', 'finish-stocktake-soon'], at))
      this.stocktakes.advance(tx, stocktake, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }

  async withdrawn(tx: Transaction, { id }: Stocktake, at: Date): Promise<void> {
    (await this.of(tx, id)).cancel(episode, at);
  }

  private of(tx: Transaction, id: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }
}
