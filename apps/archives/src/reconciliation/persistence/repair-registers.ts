import { Injectable } from '@nestjs/common';
import { systemActor, type RecordMatter } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { enteredWithin, Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { ProposeRecordHandler } from '../../features/propose-record/propose-record.handler';
import { lastMomentOf } from '../domain/calendar-month';
import { inOrder, registerText, registerTitle, type RegisterLine } from '../domain/repair-register';
import type { ArchiveMonth } from './archive-month.entity';

export interface StoredRegister {
  id: string;
  month: string;
  pages: number;
  lines: RegisterLine[];
}

const registerId = (monthId: string): string => derivedId('repair-register', monthId);

/** The monthly registers of repairs (W4.5): made once for a site and month, never changed. */
@Injectable()
export class RepairRegisters {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly propose: ProposeRecordHandler,
  ) {}

  async isMade(on: Database | Transaction, { id }: ArchiveMonth): Promise<boolean> {
    return (await on.query('SELECT 1 FROM repair_register WHERE month_id = $1', [id])).length > 0;
  }

  /** From when on it is asked what was done: a register after another takes up what was entered too late for that, however late, and nothing of before the first. */
  async since({ siteId, fromAt }: ArchiveMonth): Promise<Date> {
    const [row] = await this.database.query<{ since: Date }>(
      `SELECT greatest($2::timestamptz - interval '${enteredWithin}', min(m.from_at)) AS since FROM repair_register r JOIN archive_month m ON m.id = r.month_id WHERE m.site_id = $1 AND m.to_at <= $2
       HAVING count(*) > 0`,
      [siteId, fromAt],
    );
    return row?.since ?? fromAt;
  }

  /** Of what was done, those that stand in no register yet. */
  async notYetIn(done: readonly RegisterLine[]): Promise<RegisterLine[]> {
    const rows = await this.database.query<{ id: string }>('SELECT event_id AS id FROM repair_register_line WHERE event_id = ANY ($1)', [done.map(({ eventId }) => eventId)]);
    const there = new Set(rows.map(({ id }) => id));
    return inOrder(done.filter(({ eventId }) => !there.has(eventId)));
  }

  /** Of a locked month: writes it, says so, and proposes a record dated from the end of the month, once. */
  async make(tx: Transaction, month: ArchiveMonth, lines: readonly RegisterLine[], pages: number): Promise<void> {
    if (await this.isMade(tx, month)) return;
    const { id: monthId, siteId, month: number } = month;
    const id = registerId(monthId);
    const eventId = derivedId('repair-register-made', monthId);
    const datedAt = lastMomentOf(month);
    tx.send('INSERT INTO repair_register (id, site_id, month_id, month, event_id, text, pages, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id, siteId, monthId, number, eventId, registerText(month, lines), pages, tx.now,
    ]);
    tx.send(
      `INSERT INTO repair_register_line (register_id, n, event_id, number, episode, place, category, result, reported_at, done_at, closed_at)
       SELECT $1, row_number() OVER (), "eventId", number, episode, place, category, result, "reportedAt", "doneAt", "closedAt"
       FROM json_to_recordset($2) AS t ("eventId" uuid, number text, episode int, place text, category text, result text, "reportedAt" timestamptz, "doneAt" timestamptz, "closedAt" timestamptz)`,
      [id, JSON.stringify(lines)],
    );
    tx.send('INSERT INTO month_event (event_id, month_id, source_type, source_id, source_number, happened_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      eventId, monthId, 'repair-register', id, number, datedAt,
    ]);
    const act = { actor: systemActor, happenedAt: tx.now };
    const data = { number, monthId, datedAt: datedAt.toISOString(), repairs: lines.length, pages };
    this.ledger.append(tx, { id: eventId, type: 'archives.repair-register-made.v1', aggregateId: id, aggregateVersion: 1, siteId, ...act, data });
    const said = { title: registerTitle(number), pages, copies: null, confidentiality: 'internal' as const, attachmentIds: [] };
    await this.propose.insert(tx, act, { eventId, siteId, source: { type: 'repair-register', id, number }, datedAt, ...said });
  }

  /** What a record of each keeps: its words and how many pages they take. */
  async matters(ids: readonly string[], on: Database | Transaction = this.database): Promise<RecordMatter[]> {
    const rows = await on.query<{ id: string; month: string; text: string; pages: number; madeAt: Date }>(
      'SELECT id, month, text, pages, made_at AS "madeAt" FROM repair_register WHERE id = ANY ($1)',
      [ids],
    );
    return rows.map(({ id, month, text, pages, madeAt }) => {
      const at = madeAt.toISOString();
      const step = { type: 'archives.repair-register-made.v1', happenedAt: at, recordedAt: at, actorId: systemActor.personId, actorRole: systemActor.role, actorFor: null };
      const unknown = { responsibleParty: null, documentNumber: null, copies: null, paper: false, confidentiality: 'internal' as const, attachmentIds: [] };
      return { id, title: registerTitle(month), pages, ...unknown, text, trail: [step] };
    });
  }

  /** @returns undefined where it is not made yet */
  async of({ id: monthId }: ArchiveMonth): Promise<StoredRegister | undefined> {
    const [register] = await this.database.query<Omit<StoredRegister, 'lines'> & Record<string, unknown>>('SELECT id, month, pages FROM repair_register WHERE month_id = $1', [monthId]);
    if (!register) return undefined;
    const lines = await this.database.query<RegisterLine & Record<string, unknown>>(
      `SELECT event_id AS "eventId", number, episode, place, category, result, reported_at AS "reportedAt", done_at AS "doneAt", closed_at AS "closedAt"
       FROM repair_register_line WHERE register_id = $1 ORDER BY n`,
      [register.id],
    );
    return { ...register, lines };
  }
}
