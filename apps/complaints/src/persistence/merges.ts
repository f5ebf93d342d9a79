import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StandingClock } from '@property-office/deadlines';
import { takenBackWithin } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { setTimer, TimerLoop } from '@property-office/timers';
import { followsNothing, standsFrom, type MergeAct } from '../domain/take-back';
import { ComplaintClocks } from './complaint-clocks';
import { Complaint } from './complaint.entity';
import { JoinedComplainants, type StandingComplainant } from './joined-complainants';
import { Tasks, type CaseTask } from './tasks';

const timerKind = 'merge-stands';

/** What of a complaint its events count, and a merge taken back does not turn back. */
type Counted = 'id' | 'version' | 'lastHappenedAt' | 'changedAt';
export type StandingComplaint = Omit<Complaint, Counted>;

/** How two complaints stood before one was merged into the other. */
export interface BeforeMerge {
  complaint: StandingComplaint;
  /** Of the one that rests from then on: what was still to be told by somebody. */
  openTaskIds: string[];
  into: StandingComplaint & { version: number };
  intoClocks: StandingClock[];
  intoComplainants: StandingComplainant[];
  /** What was still to be told to its complainants, and by whom. */
  intoTellings: Array<Pick<CaseTask, 'id' | 'ownerId'>>;
}

export interface Merge extends MergeAct {
  before: BeforeMerge;
  /** Versions of the one that goes on that the merge has made. */
  undone: { from: number; to: number };
}

/** Merges that may still be taken back (G3), and how both complaints stood: kept no longer than that (G7). Whoever changes one holds both locked. */
@Injectable()
export class Merges implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly clocks: ComplaintClocks,
    private readonly joined: JoinedComplainants,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.timers.on(timerKind, (tx) => tx.send('DELETE FROM complaint_merge WHERE merged_at < $1', [new Date(tx.now.getTime() - takenBackWithin)]));
  }

  async before(tx: Transaction, complaint: Complaint, into: Complaint): Promise<BeforeMerge> {
    return {
      complaint: standing(complaint),
      openTaskIds: (await this.tasks.openOf(tx, complaint.id)).map(({ id }) => id),
      into: { ...standing(into), version: into.version },
      intoClocks: await this.clocks.standing(tx, into),
      intoComplainants: await this.joined.standing(tx, into.id),
      intoTellings: (await this.tasks.openTellings(tx, into.id)).map(({ id, ownerId }) => ({ id, ownerId })),
    };
  }

  keep(tx: Transaction, complaint: Complaint, into: Complaint, { actor }: Act, before: BeforeMerge): void {
    const { id: aggregateId, version } = complaint;
    setTimer(tx, { kind: timerKind, aggregateId, fireKey: `${timerKind}:${aggregateId}:${version}`, dueAt: standsFrom(tx.now) });
    tx.send('INSERT INTO complaint_merge (complaint_id, into_id, merged_by, merged_at, version, into_version, before) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      complaint.id,
      into.id,
      actor.personId,
      tx.now,
      complaint.version,
      into.version,
      JSON.stringify(before),
    ]);
  }

  /** @returns undefined where it is no longer known how they stood */
  async of(tx: Transaction, complaintId: string): Promise<Merge | undefined> {
    const [row] = await tx.query<{ before: BeforeMerge; merged_by: string; merged_at: Date; into_version: number; followed: boolean }>(
      `SELECT m.before, m.merged_by, m.merged_at, m.into_version, EXISTS (
         SELECT 1 FROM ledger l WHERE l.type <> ALL ($2)
           AND (l.aggregate_id = m.complaint_id AND l.aggregate_version > m.version OR l.aggregate_id = m.into_id AND l.aggregate_version > m.into_version)) AS followed
       FROM complaint_merge m WHERE m.complaint_id = $1`,
      [complaintId, followsNothing],
    );
    // A process of the version before this kept less.
    if (!row?.before.intoTellings) return undefined;
    const { before, merged_by: mergedBy, merged_at: mergedAt, into_version: to, followed } = row;
    const undone = { from: before.into.version + 1, to };
    return { mergedBy, mergedAt, followed, undone, before: { ...before, complaint: revived(tx, before.complaint), into: revived(tx, before.into) } };
  }

  forget(tx: Transaction, complaintId: string): void {
    tx.send('DELETE FROM complaint_merge WHERE complaint_id = $1', [complaintId]);
  }
}

function standing({ id: _id, version: _version, lastHappenedAt: _last, changedAt: _changed, ...fields }: Complaint): StandingComplaint {
  return fields;
}

/** JSON keeps no instants. */
function revived<S extends StandingComplaint>(tx: Transaction, complaint: S): S {
  const instants = tx.manager.connection.getMetadata(Complaint).columns.filter(({ type }) => type === 'timestamptz').map(({ propertyName }) => propertyName);
  const dated = Object.entries(complaint).map(([name, value]) => [name, instants.includes(name) && value !== null ? new Date(value as string) : value]);
  return Object.fromEntries(dated) as S;
}
