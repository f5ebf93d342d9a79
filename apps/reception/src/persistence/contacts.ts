import { Injectable } from '@nestjs/common';
import { lockRow, lockThenJudge, onObject } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import type { ContactEvent } from '../domain/contact-event';
import type { ContactMove } from '../domain/contact-states';
import { receptionErrors } from '../domain/errors';
import { mayMove, type HandOver } from '../domain/hand-over';
import { stateAfter } from '../domain/moves';
import { rolesOn } from '../domain/roles-on';
import { toNewEvent } from '../events';
import { contactAccess } from './contact-access';
import { Contact } from './contact.entity';
import { startOwning } from './ownership';

/** Contacts as they are written: the row and the event that says why, always together. */
@Injectable()
export class Contacts {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, contact: Contact, act: Act): void {
    tx.save(contact);
    startOwning(tx, contact.id, contact.ownerId);
    this.ledger.append(tx, toNewEvent(contact, act, { kind: 'recorded' }));
  }

  /**
   * The contact a person moves, if they may see it, its state allows it and it is theirs to do.
   * @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403); the errors of `actOf`
   */
  async lockForMove(
    tx: Transaction,
    command: CommandContext,
    id: string,
    move: ContactMove,
    input: ActFields,
  ): Promise<{ contact: Contact; act: Act; state: Contact['state'] }> {
    const contact = await this.lockForAct(tx, command, id);
    const principal = await onObject(tx, command.principal, id);
    assertFresh(command, contact.version);
    const state = stateAfter(contact.state, move);
    if (!mayMove(move, { ownerId: contact.ownerId, handOver: offerOf(contact) }, principal.personId, rolesOn(principal, contact.siteId)))
      throw receptionErrors.notTheOwner();
    return { contact, act: actOf(tx, { ...command, principal }, contact.siteId, input, contact.lastHappenedAt), state };
  }

  /** @throws contactUnknown (404) where there is none, or none of theirs */
  async lockForAct(tx: Transaction, { principal, operation }: CommandContext, id: string): Promise<Contact> {
    const access = contactAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM contact c WHERE c.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('contact'), judge, [id, ...access.params]))) throw receptionErrors.contactUnknown();
    return tx.manager.findOneByOrFail(Contact, { id });
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<Contact | null> {
    return tx.manager.findOne(Contact, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked contact and records why; its version counts every event. */
  advance(tx: Transaction, contact: Contact, act: Act, event: ContactEvent, changes: Partial<Contact> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > contact.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : contact.lastHappenedAt;
    Object.assign(contact, { ...changes, version: contact.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(contact);
    this.ledger.append(tx, toNewEvent(contact, act, event));
  }
}

/** The hand-over that waits for an answer. */
export function offerOf(contact: Contact): HandOver | null {
  if (contact.offeredAt === null) return null;
  return {
    n: contact.handOvers,
    toPersonId: contact.offeredTo,
    toRole: contact.offeredRole,
    heated: contact.heated,
    note: contact.offerNote,
  };
}

/** No hand-over waits any more. */
export const nothingOffered = { offeredTo: null, offeredRole: null, offeredAt: null, offerNote: null } as const;
