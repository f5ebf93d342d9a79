import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { clerksOf } from '../../persistence/who-knows';
import type { ArchiveMonth } from './archive-month.entity';
import { Months } from './months';

const kind = 'archive-month';

/** A month that does not agree is put right within some workdays: the clerks are reminded, then the director and the company hear (G4, G5). */
@Injectable()
export class MonthClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly months: Months,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const month = await this.months.lock(tx, id);
        if (!month) return undefined;
        return {
          responsible: await clerksOf(tx, month.siteId),
          barred: new Set(),
          escalated: (level) => this.months.advance(tx, month, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  /** It does not agree: another episode. */
  async start(tx: Transaction, { id: aggregateId, siteId, episode }: ArchiveMonth): Promise<void> {
    this.deadlines.start(tx, await this.deadlines.book(tx), { kind, aggregateId, siteId, episode, class: kind, promises: ['reconcile'], at: tx.now });
  }

  async stop(tx: Transaction, month: ArchiveMonth, at: Date): Promise<void> {
    const held = await this.deadlines.of(tx, month.id, kind);
    for (const level of held.close(month.episode, ['reconcile'], at)) this.months.advance(tx, month, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }
}
