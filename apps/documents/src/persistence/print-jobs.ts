import { Injectable } from '@nestjs/common';
import { grantAccess, lockRow, lockThenJudge, personsBehind } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { printJobErrors, printJobStateAfter } from '../domain/print-job-errors';
import type { PrintJobEvent } from '../domain/print-job-event';
import type { PrintJobMove, PrintJobState } from '../domain/print-job-states';
import { toPrintJobEvent } from '../print-job-events';
import { documentAccess } from './document-access';
import type { OutgoingDocument } from './outgoing-document.entity';
import { PrintJob } from './print-job.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedPrintJob {
  job: PrintJob;
  act: Act;
  /** Where the move leads. */
  state: PrintJobState;
}

/** Print jobs as they are written: the row and the event that says why, always together. */
@Injectable()
export class PrintJobs {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, job: PrintJob, act: Act): void {
    tx.save(job);
    this.ledger.append(tx, toPrintJobEvent(job, act, { kind: 'requested' }));
    grantAccess(tx, { objectId: job.id, siteId: job.siteId, subject: `person:${job.requestedBy}`, right: 'act', sourceVersion: job.version });
  }

  /** @throws printJobUnknown (404) where there is none, or none of theirs; stale (412); printJobMoveIllegal (409); the errors of `actOf` */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: PrintJobMove, input: ActFields): Promise<LockedPrintJob> {
    const { principal, operation } = command;
    const access = documentAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM print_job d WHERE d.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('print_job'), judge, [id, ...access.params]))) throw printJobErrors.printJobUnknown();
    const job = await tx.manager.findOneByOrFail(PrintJob, { id });
    assertFresh(command, job.version);
    return { job, act: actOf(tx, command, job.siteId, input, job.lastHappenedAt), state: printJobStateAfter(job.state, move) };
  }

  /**
   * Whoever asked for a draft reads the document it became, and does nothing to it that is not theirs by something else. Of a confidential one they know
   * only if they are named in its chain, as everybody.
   */
  showDraft(tx: Transaction, { id, siteId, requestedBy, version }: PrintJob, drafted: OutgoingDocument): void {
    if (drafted.confidentiality === 'confidential') return;
    grantAccess(tx, { objectId: drafted.id, siteId, subject: `person:${requestedBy}`, right: 'read', source: id, sourceVersion: version });
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<PrintJob | null> {
    return tx.manager.findOne(PrintJob, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked job and records why; its version counts every event. */
  advance(tx: Transaction, job: PrintJob, act: Act, event: PrintJobEvent, changes: Partial<PrintJob> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > job.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : job.lastHappenedAt;
    Object.assign(job, { ...changes, version: job.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(job);
    this.ledger.append(tx, toPrintJobEvent(job, act, event));
  }
}

/** Who took it finishes it or hands it back, or the director for them. @throws notYourPrintJob (403) */
export function assertInHands({ takenBy }: PrintJob, { actor }: Act): void {
  if (takenBy !== null && actor.role !== 'director' && !personsBehind(actor).includes(takenBy)) throw printJobErrors.notYourPrintJob();
}
