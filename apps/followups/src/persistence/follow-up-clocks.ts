import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { FollowUpEvent } from '../domain/follow-up-event';
import { firstTry } from '../domain/follow-up-promise';
import type { FollowUp } from './follow-up.entity';
import { FollowUps } from './follow-ups';

const kind = 'follow-up';

/** The clock of the first try (Q1), and who hears when nobody has called by then (G5). */
@Injectable()
export class FollowUpClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly followUps: FollowUps,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      // Nothing stops it: a person who is not reached was tried.
      waitingStates: [],
      lock: async (tx, id) => {
        const followUp = await this.followUps.lockById(tx, id);
        return {
          responsible: followUp.takenBy ? [followUp.takenBy] : [],
          barred: await hiddenFrom(tx, id),
          escalated: (escalation) => this.announce(tx, followUp, { kind: 'escalated', escalation }),
        };
      },
    });
  }

  /** @returns by when the first try is to be made: at once where the office promises no time */
  async begin(tx: Transaction, { id, siteId, repairClass, major }: FollowUp, at: Date): Promise<Date> {
    const ofComplaint = major ? 'major-complaint' : 'complaint';
    const start = { kind, aggregateId: id, siteId, episode: 1, class: repairClass ?? ofComplaint, promises: [firstTry], at };
    return this.deadlines.start(tx, await this.deadlines.book(tx), start).get(firstTry) ?? at;
  }

  /** The reporter was tried: the targets are for the first try. */
  async tried(tx: Transaction, followUp: FollowUp, at: Date): Promise<void> {
    const held = await this.deadlines.of(tx, followUp.id, kind);
    for (const level of held.close(1, [firstTry], at)) this.announce(tx, followUp, { kind: 'shown-on-time', level });
  }

  async cancel(tx: Transaction, followUp: FollowUp, at: Date): Promise<void> {
    (await this.deadlines.of(tx, followUp.id, kind)).cancel(1, at);
  }

  private announce(tx: Transaction, followUp: FollowUp, event: FollowUpEvent): void {
    this.followUps.advance(tx, followUp, { actor: systemActor, happenedAt: tx.now }, event);
  }
}

/** Whom the complaint is about: they never hear of it (W2.3). */
async function hiddenFrom(tx: Transaction, followUpId: string): Promise<Set<string>> {
  const rows = await tx.query<{ subject: string }>('SELECT subject FROM object_shield WHERE object_id = $1', [followUpId]);
  return new Set(rows.flatMap(({ subject }) => (subject.startsWith('person:') ? [subject.slice('person:'.length)] : [])));
}
