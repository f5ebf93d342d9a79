import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { systemActor } from '@property-office/contracts';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { cancelTimer, eventIdOf, setTimer, type Timer } from '@property-office/timers';
import { receptionErrors } from '../domain/errors';
import { phoneNoteStateAfter } from '../domain/phone-note-moves';
import { phoneNoteMoveNames, phoneNoteStateNames, type PhoneNoteMove } from '../domain/phone-note-states';
import { change, lockForAct } from './locked';
import { PhoneNote } from './phone-note.entity';
import { keptUntil } from './retention';

export const phoneNoteForgetTimerKind = 'phone-note-forget';

export const phoneNoteKind = { entity: PhoneNote, table: 'phone_note', unknown: receptionErrors.phoneNoteUnknown } as const;

type PhoneNoteEvent = Extract<NewEvent['type'], `reception.phone-note-${string}`>;

/** Phone notes as they are written: the row and the event, always together. Their clocks are moved by whoever acts. */
@Injectable()
export class PhoneNotes {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, note: PhoneNote, act: Act): void {
    tx.save(note);
    this.append(tx, note, act, 'reception.phone-note-left.v1', { urgent: note.urgent });
    grantAccess(tx, { ...tieOf(note), subject: `person:${note.fromPersonId}` });
    grantAccess(tx, { ...tieOf(note), subject: `person:${note.toPersonId}` });
  }

  /**
   * @param who may do it; everybody else is refused
   * @throws phoneNoteUnknown (404), stale (412), phoneNoteMoveIllegal (409), notYourNote (403)
   */
  async lockForMove(
    tx: Transaction,
    command: CommandContext,
    id: string,
    move: PhoneNoteMove,
    input: ActFields,
    who: (note: PhoneNote, personId: string) => boolean,
  ): Promise<{ note: PhoneNote; act: Act; state: PhoneNote['state'] }> {
    const { thing: note, act } = await lockForAct(tx, command, phoneNoteKind, id, input);
    const state = phoneNoteStateAfter(note.state, move);
    // Nobody is told of what is forgotten.
    if (note.forgottenAt) throw receptionErrors.phoneNoteMoveIllegal(phoneNoteStateNames[note.state], phoneNoteMoveNames[move], []);
    if (!who(note, command.principal.personId)) throw receptionErrors.notYourNote();
    return { note, act, state };
  }

  async acknowledge(tx: Transaction, note: PhoneNote, act: Act): Promise<void> {
    change(tx, note, act, { state: 'acknowledged', acknowledgedAt: act.happenedAt });
    this.append(tx, note, act, 'reception.phone-note-acknowledged.v1', {});
    await this.keep(tx, note);
  }

  async giveBack(tx: Transaction, note: PhoneNote, act: Act, reason: string): Promise<void> {
    change(tx, note, act, { state: 'returned', returnReason: reason });
    this.append(tx, note, act, 'reception.phone-note-returned.v1', { reason, urgent: note.urgent });
    await this.keep(tx, note);
  }

  readdress(tx: Transaction, note: PhoneNote, act: Act, toPersonId: string): void {
    const before = note.toPersonId;
    cancelTimer(tx, forgetKey(note));
    change(tx, note, act, { state: 'left', toPersonId, returnReason: null, round: note.round + 1 });
    this.append(tx, note, act, 'reception.phone-note-readdressed.v1', { urgent: note.urgent });
    if (before !== note.fromPersonId && before !== toPersonId) revokeAccess(tx, { ...tieOf(note), subject: `person:${before}` });
    grantAccess(tx, { ...tieOf(note), subject: `person:${note.toPersonId}` });
  }

  /** What a clock says of a locked note: no act that others follow (G2). */
  announce(tx: Transaction, note: PhoneNote, type: 'reception.phone-note-escalated.v1' | 'reception.phone-note-shown-on-time.v1', level: object): void {
    const act = { actor: systemActor, happenedAt: tx.now };
    const { lastHappenedAt } = note;
    change(tx, note, act, {});
    note.lastHappenedAt = lastHappenedAt;
    this.append(tx, note, act, type, level);
  }

  /** The retention is over: removes what is personal; that somebody rang goes on being counted (G7). @returns what was forgotten, if it was */
  async forget(tx: Transaction, timer: Timer): Promise<PhoneNote | undefined> {
    const note = await this.lock(tx, timer.aggregateId);
    if (!note || note.forgottenAt || note.state === 'left') return undefined;
    const act = { actor: systemActor, happenedAt: tx.now };
    const said = { callerCipher: null, phoneIndex: null, nameIndex: [], message: '', searchText: note.number.toLowerCase(), searchWords: [] };
    change(tx, note, act, { ...said, ...(note.returnReason !== null && { returnReason: '' }), forgottenAt: tx.now });
    this.append(tx, note, act, 'reception.phone-note-forgotten.v1', {}, eventIdOf(timer));
    return note;
  }

  /** Somebody has said something to it: its retention begins. */
  private async keep(tx: Transaction, note: PhoneNote): Promise<void> {
    const dueAt = await keptUntil(tx, note.siteId, 'phone-note');
    if (dueAt) setTimer(tx, { kind: phoneNoteForgetTimerKind, aggregateId: note.id, fireKey: forgetKey(note), dueAt });
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<PhoneNote | null> {
    return tx.manager.findOne(PhoneNote, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private append(tx: Transaction, note: PhoneNote, act: Act, type: PhoneNoteEvent, more: object, eventId?: string): void {
    const { id, number, fromPersonId, toPersonId, round } = note;
    const said = act.lateReason === undefined ? {} : { lateReason: act.lateReason };
    this.ledger.append(tx, {
      type,
      aggregateId: id,
      aggregateVersion: note.version,
      siteId: note.siteId,
      happenedAt: act.happenedAt,
      actor: act.actor,
      data: { number, fromPersonId, toPersonId, round, ...said, ...more },
      ...(eventId !== undefined && { id: eventId }),
    } as NewEvent);
  }
}

/** Each time it is answered has its retention: addressed anew, it is kept. */
function forgetKey({ id, round }: PhoneNote): string {
  return `${phoneNoteForgetTimerKind}:${id}:${round}`;
}

function tieOf({ id, siteId, version }: PhoneNote) {
  return { objectId: id, siteId, right: 'act' as const, sourceVersion: version };
}
