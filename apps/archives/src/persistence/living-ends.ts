import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lockRow } from '@property-office/access';
import type { LivingFileSubject } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { CatchUps, setTimer, TimerLoop } from '@property-office/timers';
import { livingFileId, type Subject } from './living-files';
import { deviceEnd } from './living-volumes';
import { tellEnded, untold } from './tell-ended';

const kind = 'living-file-end';

/** Ends of ownerships and devices, which directory says: once one has come, whoever keeps the archives is told what waits to be closed (W4.1). */
@Injectable()
export class LivingEnds implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly timers: TimerLoop,
    private readonly catchUps: CatchUps,
  ) {}

  /** Processes of the version before hear of ends, and put papers into what has ended, and tell nobody. */
  onModuleInit(): void {
    this.timers.on(kind, (tx, { aggregateId }) => this.look(tx, aggregateId));
    this.catchUps.on('ends of living files that lie ahead', waitForEnds);
    this.catchUps.onRows<{ id: string }>('living files of which something waits', {
      find: (tx, after, atMost) => tx.query(`SELECT f.id FROM ${untold} AND f.id > $1 ORDER BY f.id LIMIT $2 FOR UPDATE OF f SKIP LOCKED`, [after, atMost]),
      keep: (tx, { id }) => tellEnded(tx, this.ledger, id),
    });
  }

  /** As directory says it now. @param endsAt null: it goes on */
  async said(tx: Transaction, subject: Subject, endsAt: Date | null): Promise<void> {
    if (endsAt && endsAt > tx.now) lookThen(tx, subject, endsAt);
    // A correction may have ended another ownership.
    else await this.look(tx, livingFileId(subject));
  }

  private async look(tx: Transaction, id: string): Promise<void> {
    await tx.query(lockRow('living_file'), [id]);
    await tellEnded(tx, this.ledger, id);
  }
}

async function waitForEnds(tx: Transaction): Promise<boolean> {
  const ahead = await tx.query<{ type: LivingFileSubject; id: string; at: Date }>(
    `SELECT 'home' AS type, o.home_id AS id, o.until_at AS at FROM ownership o WHERE o.until_at > platform.now()
     UNION SELECT 'device', f.subject_id, ${deviceEnd} FROM living_file f WHERE f.subject_type = 'device' AND ${deviceEnd} > platform.now()`,
  );
  for (const { type, id, at } of ahead) lookThen(tx, { type, id }, at);
  return false;
}

function lookThen(tx: Transaction, subject: Subject, endsAt: Date): void {
  const aggregateId = livingFileId(subject);
  setTimer(tx, { kind, aggregateId, fireKey: `${kind}:${aggregateId}:${endsAt.toISOString()}`, dueAt: endsAt });
}
