import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { eventIdOf, TimerLoop, type Timer } from '@property-office/timers';
import { record } from '../../events';
import { forgetCareOfLeft } from '../../persistence/home-care';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { Tie } from '../../persistence/tie.entity';
import { tieEndTimerKind } from '../../persistence/ties';

/** The end date of a tie has come (W2.6). Rights are gone with it by themselves; the ledger says so. */
@Injectable()
export class EndDueTieHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.timers.on(tieEndTimerKind, (tx, timer) => this.execute(tx, timer));
  }

  async execute(tx: Transaction, timer: Timer): Promise<void> {
    const tie = await lockOfPerson(tx, Tie, timer.aggregateId);
    if (!tie?.until || tie.until > tx.now) return;
    tie.version += 1;
    await tx.manager.update(Tie, { id: tie.id }, { version: tie.version });
    record(
      this.ledger,
      tx,
      systemActor,
      { kind: 'tie-expired', tie },
      { id: eventIdOf(timer), happenedAt: tie.until },
    );
    await forgetCareOfLeft(tx, this.ledger, tie.homeId);
  }
}
