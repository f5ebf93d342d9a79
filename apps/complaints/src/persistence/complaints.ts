import { Injectable } from '@nestjs/common';
import { lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import type { ComplaintEvent } from '../domain/complaint-event';
import { assertBranch, complaintErrors } from '../domain/errors';
import { toNewEvent } from '../events';
import { caseAccess } from './case-access';
import { Complaint } from './complaint.entity';
import { keepLateReason } from './late-reasons';
import { hiddenAmong } from './people';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedComplaint {
  complaint: Complaint;
  act: Act;
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
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedComplaint> {
    const { complaint, complains } = await this.lock(tx, command, id, false);
    if (complains) throw complaintErrors.ownComplaint();
    const act = actOf(tx, command, complaint.siteId, input, complaint.lastHappenedAt);
    // A deputy of somebody from whom it is hidden does not act for them here (G1).
    const { forPersonId } = act.actor;
    if (forPersonId && (await hiddenAmong(tx, id, [forPersonId])).size > 0) throw complaintErrors.unknown();
    return { complaint, act };
  }

  /** As `lockForAct`, for a step of the handler's own. @throws handlerMissing (409), notTheHandler (403) besides */
  async lockForHandler(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedComplaint> {
    const locked = await this.lockForAct(tx, command, id, input);
    const { handlerId } = locked.complaint;
    if (handlerId === null) throw complaintErrors.handlerMissing();
    if (handlerId !== command.principal.personId) throw complaintErrors.notTheHandler();
    return locked;
  }

  /** For the answer of a complainant, by themselves or through the desk. */
  async lockForAnswer(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedComplaint & { complains: boolean }> {
    const { complaint, complains } = await this.lock(tx, command, id, true);
    const act = actOf(tx, command, complaint.siteId, input, complaint.lastHappenedAt);
    return { complaint, act: complains ? unnamed(act) : act, complains };
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
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > complaint.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : complaint.lastHappenedAt;
    Object.assign(complaint, { ...changes, version: complaint.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(complaint);
    keepLateReason(tx, complaint, act);
    this.ledger.append(tx, toNewEvent(complaint, act, event));
  }

  private async lock(tx: Transaction, command: CommandContext, id: string, orComplainant: boolean): Promise<{ complaint: Complaint; complains: boolean }> {
    const { principal, operation } = command;
    const access = caseAccess(principal, { operation, right: 'act', firstParam: 3, orComplainant });
    const row = await lockThenJudge<{ complains: boolean }>(
      tx,
      lockRow('complaint'),
      `SELECT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $2) AS complains
       FROM complaint c WHERE c.id = $1 AND ${access.sql}`,
      [id, principal.personId, ...access.params],
    );
    if (!row) throw complaintErrors.unknown();
    const complaint = await tx.manager.findOneByOrFail(Complaint, { id });
    assertFresh(command, complaint.version);
    return { complaint, complains: row.complains };
  }
}

/** A complainant's act as it is announced: their identity is in no event (W2.3). The audit of this schema names them. */
export function unnamed(act: Act): Act {
  return { ...act, actor: { personId: systemActor.personId, role: 'resident' } };
}
