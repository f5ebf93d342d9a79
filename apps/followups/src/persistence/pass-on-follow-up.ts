import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { setTimer, TimerLoop } from '@property-office/timers';
import { passOnTo } from '../domain/second-person';
import type { FollowUp } from './follow-up.entity';
import { FollowUps } from './follow-ups';
import { directorsElsewhere, excludedFrom, hasGone, isAnybodyLeft, othersOfSite } from './second-people';
import { passedOnPeople } from './second-person-access';

const open: readonly FollowUp['state'][] = ['due', 'in-hand'];
const kind = 'follow-up-second-person';
const day = 86_400_000;

/**
 * After a major complaint the director asks, or the company, and never whoever handled it: where both did, nobody is left, and
 * it would wait for ever. It goes to a second person then (G1), which is an event. Looked at when it becomes due, when its
 * time is over, and each day after that.
 */
@Injectable()
export class PassOnFollowUp implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(kind, async (tx, { aggregateId }) => this.ifNobodyIsLeft(tx, await this.followUps.lockById(tx, aggregateId)));
  }

  /** @param followUp locked */
  async ifNobodyIsLeft(tx: Transaction, followUp: FollowUp): Promise<void> {
    if (!followUp.major || !open.includes(followUp.state)) return;
    await this.passOn(tx, followUp);
    // There is nobody after those of the site.
    if (followUp.passedOnTo === 'same-site') return;
    const { id: aggregateId, firstTryBy } = followUp;
    const dueAt = firstTryBy && firstTryBy > tx.now ? firstTryBy : new Date(tx.now.getTime() + day);
    setTimer(tx, { kind, aggregateId, fireKey: `${kind}:${aggregateId}:${dueAt.toISOString()}`, dueAt });
  }

  private async passOn(tx: Transaction, followUp: FollowUp): Promise<void> {
    const excluded = await excludedFrom(tx, followUp);
    const elsewhere = await directorsElsewhere(tx, followUp, excluded);
    const to = passOnTo({
      before: followUp.passedOnTo,
      isAnybodyLeft: await isAnybodyLeft(tx, followUp, excluded),
      isTaken: followUp.takenBy !== null && !(await hasGone(tx, followUp.takenBy)),
      haveTried: followUp.tries > followUp.triesBeforePassingOn && (await this.isAnyThere(tx, followUp)),
      directorsElsewhere: elsewhere,
    });
    if (!to) return;
    const personIds = to === 'another-site' ? elsewhere : await othersOfSite(tx, followUp, excluded);
    const act = { actor: systemActor, happenedAt: tx.now };
    this.followUps.advance(tx, followUp, act, { kind: 'passed-on', to, personIds }, { passedOnTo: to, triesBeforePassingOn: followUp.tries });
  }

  /** Of whom it was passed on to. */
  private async isAnyThere(tx: Transaction, { id }: FollowUp): Promise<boolean> {
    for (const personId of await passedOnPeople(tx, id)) if (!(await hasGone(tx, personId))) return true;
    return false;
  }
}
