import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { latePromise, levelData, reachedLevel } from '../domain/late-promise';
import { WaitingClaim } from './waiting-claim.entity';

const kind = 'home-claim';
const promises = ['decide-claim'];
/** A claim is decided once; who was refused makes another. */
const episode = 1;

const idOf = (claimId: string): string => derivedId('waiting-claim', claimId);

type LevelEvent = Extract<NewEvent['type'], `reception.home-claim-${string}`>;

/**
 * The clocks of claims of homes (W2.6, G5): from when somebody claims one until it is confirmed, refused or withdrawn. Nobody has a claim
 * before somebody decides on it, so its levels are the office's alone.
 */
@Injectable()
export class ClaimClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const claim = await this.lock(tx, id);
        if (!claim) return undefined;
        return {
          responsible: [],
          barred: new Set([claim.personId]),
          escalated: (level) => this.announce(tx, claim, 'reception.home-claim-escalated.v1', levelData(reachedLevel(level))),
        };
      },
    });
  }

  async begin(tx: Transaction, { claimId, siteId, personId, claimedAt }: Pick<WaitingClaim, 'claimId' | 'siteId' | 'personId' | 'claimedAt'>): Promise<void> {
    const id = idOf(claimId);
    tx.save(Object.assign(new WaitingClaim(), { id, claimId, siteId, personId, version: 0, claimedAt, decidedAt: null }));
    this.deadlines.start(tx, await this.deadlines.book(tx), { kind, aggregateId: id, siteId, episode, class: kind, promises, at: claimedAt });
  }

  /** Somebody decided on it at `at`, or took it back. One that nobody heard of has no clock. */
  async end(tx: Transaction, claimId: string, at: Date): Promise<void> {
    const claim = await this.lock(tx, idOf(claimId));
    if (!claim) return;
    claim.decidedAt = at;
    tx.save(claim);
    for (const level of (await this.deadlines.of(tx, claim.id, kind)).close(episode, promises, at))
      this.announce(tx, claim, 'reception.home-claim-shown-on-time.v1', levelData(latePromise(level)));
  }

  private lock(tx: Transaction, id: string): Promise<WaitingClaim | null> {
    return tx.manager.findOne(WaitingClaim, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private announce(tx: Transaction, claim: WaitingClaim, type: LevelEvent, data: object): void {
    claim.version += 1;
    tx.save(claim);
    const { id: aggregateId, claimId, version: aggregateVersion, siteId } = claim;
    this.ledger.append(tx, { type, aggregateId, aggregateVersion, siteId, happenedAt: tx.now, actor: systemActor, data: { claimId, ...data } } as NewEvent);
  }
}
