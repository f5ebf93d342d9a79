import { Injectable } from '@nestjs/common';
import { actorInNameOf, lockRow, lockThenJudge, onObject, siteActedFrom, type Right } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { systemActor, type Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import type { ComplaintEvent } from '../domain/complaint-event';
import { assertBranch, complaintErrors } from '../domain/errors';
import { lastActAfter } from '../domain/last-act';
import { toNewEvent } from '../events';
import { caseAccess } from './case-access';
import { Complaint } from './complaint.entity';
import { keepLateReason } from './late-reasons';
import { lockPeople } from './people';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedComplaint {
  complaint: Complaint;
  act: Act;
  /** Whoever acts, without what those lend from whom it is hidden. */
  principal: Principal;
}

interface Found {
  complaint: Complaint;
  complains: boolean;
  principal: Principal;
}

/** Complaints as they are written: the row and the event that says why, always together. */
@Injectable()
export class Complaints {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, complaint: Complaint, act: Act, event: ComplaintEvent): void {
    tx.save(complaint);
    keepLateReason(tx, complaint, act);
    this.ledger.append(tx, toNewEvent(complaint, act, event));
  }

  /**
   * The complaint somebody of the staff acts on, if they may.
   * @throws unknown (404) where there is none, none of theirs, or it is hidden from them; ownComplaint (403); stale (412);
   *   the errors of `actOf`
   */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields, right: Right = 'act'): Promise<LockedComplaint> {
    const { complaint, complains, principal } = await this.lock(tx, command, id, false, right);
    if (complains) throw complaintErrors.ownComplaint();
    // A handler of another site does it in the role they hold there (G1).
    const siteId = siteActedFrom(principal, command.operation, complaint.siteId);
    return { complaint, act: actOf(tx, { ...command, principal }, siteId, input, complaint.lastHappenedAt), principal };
  }

  /**
   * As `lockForAct`, with another complaint they may do the same to; those two at once the other way round wait for each other. Whoever either is about
   * is locked before both.
   */
  async lockPairForAct(tx: Transaction, command: CommandContext, id: string, otherId: string, input: ActFields): Promise<LockedComplaint & { other?: Complaint }> {
    const rows = await tx.query<{ about: string }>('SELECT DISTINCT unnest(about_person_ids) AS about FROM complaint WHERE id = ANY ($1::uuid[])', [[id, otherId]]);
    await lockPeople(tx, rows.map(({ about }) => about));
    await tx.query('SELECT 1 FROM complaint WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [[id, otherId]]);
    const { complaint, complains, principal: onOne } = await this.lock(tx, command, id, false);
    const other = await this.find(tx, command, otherId, false, 'act');
    if (complains || other?.complains) throw complaintErrors.ownComplaint();
    // In the name of nobody from whom either is hidden.
    const principal = other ? await onObject(tx, onOne, otherId) : onOne;
    const act = actOf(tx, { ...command, principal }, siteActedFrom(principal, command.operation, complaint.siteId), input, complaint.lastHappenedAt);
    return { complaint, act, principal, ...(other && { other: other.complaint }) };
  }

  /** As `lockForAct`, for a step of the handler's own, or of their deputy in their name (G1): whoever did one has handled it. @param right of whom is told that they do not handle it; others find nothing. @throws handlerMissing (409), notTheHandler (403) besides */
  async lockForHandler(tx: Transaction, command: CommandContext, id: string, input: ActFields, right: Right = 'act'): Promise<LockedComplaint> {
    const locked = await this.lockForAct(tx, command, id, input, right);
    const { handlerId } = locked.complaint;
    if (handlerId === null) throw complaintErrors.handlerMissing();
    const { principal } = locked;
    const { personId } = principal;
    if (handlerId === personId) return locked;
    const actor = actorInNameOf(principal, command.operation, locked.complaint.siteId, handlerId);
    if (!actor) throw complaintErrors.notTheHandler();
    locked.complaint.handlerIds = [...new Set([...locked.complaint.handlerIds, personId])];
    return { ...locked, act: { ...locked.act, actor } };
  }

  /** For a task of it, whose owner may read it. */
  lockForTask(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedComplaint> {
    return this.lockForAct(tx, command, id, input, 'read');
  }

  /** For the answer of a complainant, by themselves or through the desk. */
  async lockForAnswer(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedComplaint & { complains: boolean }> {
    const { complaint, complains, principal } = await this.lock(tx, command, id, true);
    const act = actOf(tx, { ...command, principal }, complaint.siteId, input, complaint.lastHappenedAt);
    return { complaint, act: complains ? unnamed(act) : act, principal, complains };
  }

  /** The complaint a fact of another service is about. */
  async lockForFact(tx: Transaction, id: string): Promise<Complaint> {
    const options = { where: { id }, lock: { mode: 'pessimistic_write' } } as const;
    return tx.manager.findOneOrFail(Complaint, options);
  }

  /**
   * Changes a locked complaint and records why; its version counts every event. The one place a state is reached.
   * @throws branchIncomplete (400) where the state needs a field that is missing
   */
  advance(tx: Transaction, complaint: Complaint, act: Act, event: ComplaintEvent, changes: Partial<Complaint> = {}): void {
    const next = { ...complaint, ...changes };
    assertBranch(next.state, next);
    const lastHappenedAt = lastActAfter(event.kind, act.happenedAt, complaint.lastHappenedAt);
    Object.assign(complaint, { ...changes, version: complaint.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(complaint);
    keepLateReason(tx, complaint, act);
    this.ledger.append(tx, toNewEvent(complaint, act, event));
  }

  private async lock(tx: Transaction, command: CommandContext, id: string, orComplainant: boolean, right: Right = 'act'): Promise<Found> {
    const found = await this.find(tx, command, id, orComplainant, right);
    if (!found) throw complaintErrors.unknown();
    assertFresh(command, found.complaint.version);
    return { ...found, principal: await onObject(tx, command.principal, id) };
  }

  private async find(tx: Transaction, { principal, operation }: CommandContext, id: string, orComplainant: boolean, right: Right): Promise<Omit<Found, 'principal'> | undefined> {
    const access = caseAccess(principal, { operation, right, firstParam: 3, orComplainant });
    const row = await lockThenJudge<{ complains: boolean }>(
      tx,
      lockRow('complaint'),
      `SELECT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $2) AS complains
       FROM complaint c WHERE c.id = $1 AND ${access.sql}`,
      [id, principal.personId, ...access.params],
    );
    return row && { complaint: await tx.manager.findOneByOrFail(Complaint, { id }), complains: row.complains };
  }
}

/** A complainant's act as it is announced: their identity is in no event (W2.3). The audit of this schema names them. */
export function unnamed(act: Act): Act {
  return { ...act, actor: { personId: systemActor.personId, role: 'resident' } };
}
