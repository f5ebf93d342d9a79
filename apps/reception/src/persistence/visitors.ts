import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { systemActor } from '@property-office/contracts';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { cancelTimer, eventIdOf, setTimer, type Timer } from '@property-office/timers';
import { receptionErrors } from '../domain/errors';
import { visitorStateAfter } from '../domain/visitor-moves';
import { afterVisitorFact, endedVisits, type VisitorMove } from '../domain/visitor-states';
import { change, lockForAct } from './locked';
import { keptUntil } from './retention';
import { Visitor } from './visitor.entity';

export const windowTimerKind = 'visitor-window';
export const forgetTimerKind = 'visitor-forget';

export const visitorKind = { entity: Visitor, table: 'visitor', unknown: receptionErrors.visitorUnknown } as const;

type VisitorEvent = Extract<NewEvent['type'], `reception.visitor-${string}`>;

/** Visitors as they are written: the row, the event and what time brings, always together. */
@Injectable()
export class Visitors {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, visitor: Visitor, act: Act): void {
    tx.save(visitor);
    const { homeId, from, until, partySize, contactId, attachmentIds } = visitor;
    const window = { from: from.toISOString(), until: until.toISOString() };
    const confirmed = visitor.state === 'expected';
    this.append(tx, visitor, act, 'reception.visitor-announced.v1', { homeId, ...window, partySize, confirmed, ...(contactId && { contactId, attachmentIds }) });
    const tie = { objectId: visitor.id, siteId: visitor.siteId, right: 'act' as const, sourceVersion: 1 };
    for (const personId of new Set([visitor.hostId, act.actor.personId])) grantAccess(tx, { ...tie, subject: `person:${personId}` });
    setTimer(tx, { kind: windowTimerKind, aggregateId: visitor.id, fireKey: `${windowTimerKind}:${visitor.id}`, dueAt: until });
  }

  /** @throws visitorUnknown (404), stale (412), visitorMoveIllegal (409) */
  async lockForMove(
    tx: Transaction,
    command: CommandContext,
    id: string,
    move: VisitorMove,
    input: ActFields,
  ): Promise<{ visitor: Visitor; act: Act; state: Visitor['state'] }> {
    const { thing: visitor, act } = await lockForAct(tx, command, visitorKind, id, input);
    return { visitor, act, state: visitorStateAfter(visitor.state, move) };
  }

  /** Changes a locked visitor and records why. What ends a visit begins its retention. */
  async advance(tx: Transaction, visitor: Visitor, act: Act, type: VisitorEvent, changes: Partial<Visitor>, more: object = {}, eventId?: string): Promise<void> {
    const ended = changes.state !== undefined && changes.state !== 'expected';
    change(tx, visitor, act, { ...changes, ...(ended && { passIndex: null }) });
    this.append(tx, visitor, act, type, more, eventId);
    if (!endedVisits.includes(visitor.state)) return;
    // A timer that fires is not cancelled by what it does.
    if (eventId === undefined) cancelTimer(tx, `${windowTimerKind}:${visitor.id}`);
    await this.keep(tx, visitor);
  }

  /** What the host says to whoever announced a locked visitor. */
  answer(tx: Transaction, visitor: Visitor, act: Act, type: 'reception.visitor-confirmed.v1' | 'reception.visitor-declined.v1', state: Visitor['state']): Promise<void> {
    const { announcedBy: announcedById } = visitor;
    return this.advance(tx, visitor, act, type, { state }, announcedById === null ? {} : { announcedById });
  }

  /** The retention begins: a visit is over, or its window is and nobody has seen the guest out. */
  private async keep(tx: Transaction, visitor: Visitor): Promise<void> {
    if (visitor.forgottenAt) return;
    const dueAt = await keptUntil(tx, visitor.siteId, 'visitor');
    if (dueAt) setTimer(tx, { kind: forgetTimerKind, aggregateId: visitor.id, fireKey: `${forgetTimerKind}:${visitor.id}`, dueAt });
  }

  /** Whoever is to be visited lives there no more: nobody is expected in that home by them. */
  async endByLeaving(tx: Transaction, id: string): Promise<void> {
    const visitor = await this.lock(tx, id);
    const state = visitor && afterVisitorFact(visitor.state, 'host-moved-out');
    if (!visitor || !state) return;
    await this.advance(tx, visitor, { actor: systemActor, happenedAt: tx.now }, 'reception.visitor-cancelled.v1', { state });
  }

  /** The window is over: whoever did not come is expected no more, whoever is inside stays too long; if nobody sees them out, they are forgotten all the same. */
  async endWindow(tx: Transaction, timer: Timer): Promise<void> {
    const visitor = await this.lock(tx, timer.aggregateId);
    const state = visitor && afterVisitorFact(visitor.state, 'window-ended');
    if (!visitor || !state || visitor.until > tx.now) return;
    const act = { actor: systemActor, happenedAt: tx.now };
    if (state === 'missed') await this.advance(tx, visitor, act, 'reception.visitor-missed.v1', { state }, {}, eventIdOf(timer));
    else {
      await this.advance(tx, visitor, act, 'reception.visitor-overstayed.v1', { overstayedAt: tx.now }, {}, eventIdOf(timer));
      await this.keep(tx, visitor);
    }
  }

  /** Removes what is personal; the rest goes on being counted. */
  async forget(tx: Transaction, timer: Timer): Promise<void> {
    const visitor = await this.lock(tx, timer.aggregateId);
    if (!visitor || visitor.forgottenAt || !(endedVisits.includes(visitor.state) || visitor.overstayedAt)) return;
    const act = { actor: systemActor, happenedAt: tx.now };
    change(tx, visitor, act, { personCipher: null, nameIndex: [], purpose: null, note: null, attachmentIds: [], searchText: visitor.number.toLowerCase(), searchWords: [], forgottenAt: tx.now });
    this.append(tx, visitor, act, 'reception.visitor-forgotten.v1', {}, eventIdOf(timer));
  }

  private lock(tx: Transaction, id: string): Promise<Visitor | null> {
    return tx.manager.findOne(Visitor, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private append(tx: Transaction, visitor: Visitor, act: Act, type: VisitorEvent, more: object, eventId?: string): void {
    const { id, number, kind, hostId } = visitor;
    const said = act.lateReason === undefined ? {} : { lateReason: act.lateReason };
    this.ledger.append(tx, {
      type,
      aggregateId: id,
      aggregateVersion: visitor.version,
      siteId: visitor.siteId,
      happenedAt: act.happenedAt,
      actor: act.actor,
      data: { number, kind, hostId, ...said, ...more },
      ...(eventId !== undefined && { id: eventId }),
    } as NewEvent);
  }
}
