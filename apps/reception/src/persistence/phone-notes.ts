import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { systemActor } from '@property-office/contracts';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../domain/errors';
import { phoneNoteStateAfter } from '../domain/phone-note-moves';
import type { PhoneNoteMove } from '../domain/phone-note-states';
import { change, lockForAct } from './locked';
import { PhoneNote } from './phone-note.entity';

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
    if (!who(note, command.principal.personId)) throw receptionErrors.notYourNote();
    return { note, act, state };
  }

  acknowledge(tx: Transaction, note: PhoneNote, act: Act): void {
    change(tx, note, act, { state: 'acknowledged', acknowledgedAt: act.happenedAt });
    this.append(tx, note, act, 'reception.phone-note-acknowledged.v1', {});
  }

  giveBack(tx: Transaction, note: PhoneNote, act: Act, reason: string): void {
    change(tx, note, act, { state: 'returned', returnReason: reason });
    this.append(tx, note, act, 'reception.phone-note-returned.v1', { reason });
  }

  readdress(tx: Transaction, note: PhoneNote, act: Act, toPersonId: string): void {
    const before = note.toPersonId;
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

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<PhoneNote | null> {
    return tx.manager.findOne(PhoneNote, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private append(tx: Transaction, note: PhoneNote, act: Act, type: PhoneNoteEvent, more: object): void {
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
    } as NewEvent);
  }
}

function tieOf({ id, siteId, version }: PhoneNote) {
  return { objectId: id, siteId, right: 'act' as const, sourceVersion: version };
}
