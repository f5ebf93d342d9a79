import type { Actor, TieKind } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { cancelTimer, setTimer } from '@property-office/timers';
import { endOf, type Span } from '../domain/span';
import { record } from '../events';
import { forgetCareOfLeft } from './home-care';
import { assertNoOverlap } from './overlap';
import { introduce } from './people';
import type { Place } from './place.entity';
import { Tie } from './tie.entity';

export const tieEndTimerKind = 'tie-end';

export interface NewTie extends Span {
  /** The caller holds them locked. */
  personId: string;
  home: Place;
  kind: TieKind;
  /** The owner who added them, and by which name. */
  addedBy?: { personId: string; givenName: string | null };
}

/** Ties to homes as they are written: row, event and the timer of an end that lies ahead, always together. */

/** @throws spans-overlap (409) */
export async function startTie(tx: Transaction, ledger: Ledger, actor: Actor, input: NewTie): Promise<Tie> {
  const { personId, home, kind, from, until, addedBy } = input;
  const tie = new Tie();
  Object.assign(tie, { id: newId(), personId, homeId: home.id, siteId: home.siteId, kind, from, until });
  tie.addedBy = addedBy?.personId ?? null;
  tie.givenName = addedBy?.givenName ?? null;
  tie.version = 1;
  await assertNoOverlap(tx, sameHome(tie), tie);
  await tx.manager.insert(Tie, tie);
  introduce(tx, personId, home.siteId);
  record(ledger, tx, actor, { kind: 'tie-started', tie });
  wakeAtEnd(tx, tie);
  return tie;
}

/**
 * Ends a tie whose person the caller holds locked, at an instant behind or ahead.
 * @throws span-reversed (400), span-ended, spans-overlap (409)
 */
export async function endTie(
  tx: Transaction,
  ledger: Ledger,
  actor: Actor,
  tie: Tie,
  until: Date | undefined,
): Promise<Tie> {
  tie.until = endOf(tie, until, tx.now);
  await assertNoOverlap(tx, sameHome(tie), tie);
  tie.version += 1;
  await tx.manager.update(Tie, { id: tie.id }, tie);
  record(ledger, tx, actor, { kind: 'tie-ended', tie });
  wakeAtEnd(tx, tie);
  if (tie.until <= tx.now) await forgetCareOfLeft(tx, ledger, tie.homeId);
  return tie;
}

/** Rights follow the row by themselves; the timer says in the ledger that the end has come. */
function wakeAtEnd(tx: Transaction, { id, until }: Tie): void {
  const fireKey = `${tieEndTimerKind} ${id}`;
  if (until && until > tx.now)
    setTimer(tx, { kind: tieEndTimerKind, aggregateId: id, fireKey, dueAt: until });
  else cancelTimer(tx, fireKey);
}

function sameHome({ id, personId, homeId }: Tie) {
  return { id, table: 'tie', personId, column: 'home_id', value: homeId } as const;
}
