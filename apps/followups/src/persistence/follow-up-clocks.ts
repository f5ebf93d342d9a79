import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type Escalation } from '@property-office/deadlines';
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
          escalated: (escalation) => this.escalated(tx, followUp, escalation),
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

  /** Never to whom a complaint is about (W2.3); where only they are on duty, the level is skipped and recorded. */
  private async escalated(tx: Transaction, followUp: FollowUp, escalation: Escalation): Promise<void> {
    const hidden = await tx.query<{ subject: string }>('SELECT subject FROM object_shield WHERE object_id = $1', [followUp.id]);
    const told = escalation.told.filter(({ personId }) => !hidden.some(({ subject }) => subject === `person:${personId}`));
    const outcome = told.length === 0 ? 'nobody-on-duty' : escalation.outcome;
    this.announce(tx, followUp, { kind: 'escalated', escalation: { ...escalation, told, outcome } });
  }

  private announce(tx: Transaction, followUp: FollowUp, event: FollowUpEvent): void {
    this.followUps.advance(tx, followUp, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
