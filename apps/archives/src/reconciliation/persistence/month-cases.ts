import { Injectable } from '@nestjs/common';
import { shieldCondition, shieldObject, type SqlFragment } from '@property-office/access';
import type { MonthStanding, Principal, RecordSource } from '@property-office/contracts';
import { newId, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { volumeSources } from '../../domain/living-volumes';
import type { CountedCase } from '../domain/month-figures';
import type { Said } from '../sources/told';
import type { ArchiveMonth } from './archive-month.entity';

/** One thing that happened in a month: what its source says, and what became of it here. */
export interface MonthCase extends CountedCase {
  eventId: string;
  sourceId: string;
  sourceNumber: string;
  happenedAt: Date;
  proposalId: string | null;
  proposalNumber: string | null;
  recordId: string | null;
  reason: string | null;
  explainedBy: string | null;
}

export interface CaseFilter {
  limit: number;
  cursor?: PagePosition;
  source?: RecordSource;
  standing?: MonthStanding;
  unsettled?: boolean;
}

/** The proposals of a month are those of its time and those of its events. Each way has an index; with one OR in the place of the UNION neither is used. */
const proposed = 'SELECT source_event_id AS event_id, source_type, source_id, source_number, happened_at, id, number, record_id, state FROM record_proposal';

const volumes = Object.values(volumeSources).map((source) => `'${source}'`).join(', ');

/** What proposes a record: what a source says it has, and what was proposed; what was closed of living files, nobody else knows of. A register counts for the month it is of, although it was made later: it stands among what is told alone. */
const proposing = `
    SELECT coalesce(e.event_id, p.event_id) AS "eventId", coalesce(e.source_type, p.source_type) AS source, coalesce(e.source_id, p.source_id) AS "sourceId",
      coalesce(e.source_number, p.source_number) AS "sourceNumber", coalesce(e.happened_at, p.happened_at) AS "happenedAt", p.id AS "proposalId", p.number AS "proposalNumber", p.record_id AS "recordId",
      CASE WHEN p.id IS NULL THEN 'missing' WHEN e.event_id IS NULL AND p.source_type NOT IN (${volumes}) THEN 'unknown' WHEN p.state = 'accepted' THEN 'record' WHEN p.state = 'returned' THEN 'returned' ELSE 'open' END AS standing
    FROM (SELECT * FROM month_event WHERE month_id = $1) e FULL JOIN (
      ${proposed} WHERE site_id = $2 AND source_type <> 'repair-register' AND happened_at >= $3 AND happened_at < $4
      UNION ${proposed} WHERE source_event_id IN (SELECT event_id FROM month_event WHERE month_id = $1)
    ) p ON p.event_id = e.event_id`;

/**
 * Repairs of the month that tickets says were done and stand in no register, although one was made that would have taken up what came late; and those of a register that tickets does
 * not know of. Either has the register of its own month (`g`) for its source: the one has no line, and the line of the other may stand in a later one. Before that is made, nothing is said.
 */
const repairs = `
    SELECT coalesce(t.event_id, l.event_id), 'repair-register', g.id, coalesce(t.number, l.number), coalesce(t.done_at, l.done_at), NULL, NULL, NULL, CASE WHEN l.event_id IS NULL THEN 'missing' ELSE 'unknown' END
    FROM (SELECT * FROM month_repair WHERE month_id = $1) t FULL JOIN (
      SELECT l.event_id, l.number, l.done_at FROM repair_register_line l JOIN repair_register r ON r.id = l.register_id WHERE r.site_id = $2 AND l.done_at >= $3 AND l.done_at < $4
    ) l ON l.event_id = t.event_id JOIN repair_register g ON g.month_id = $1
    WHERE t.event_id IS NULL OR (l.event_id IS NULL AND EXISTS (SELECT 1 FROM repair_register r JOIN archive_month m ON m.id = r.month_id WHERE m.site_id = $2 AND m.from_at >= $4))`;

/** What a source says it has of a month and what became of it here, side by side. A reason holds for as long as the case stands as it did. */
const cases = (where: string): string => `
  SELECT c.*, r.reason, r.given_by AS "explainedBy", r.reason IS NOT NULL AS explained FROM (${proposing} UNION ALL ${repairs}) c
  LEFT JOIN LATERAL (SELECT reason, given_by FROM month_reason WHERE month_id = $1 AND event_id = c."eventId" AND standing = c.standing ORDER BY recorded_at DESC, id DESC LIMIT 1) r ON true
  WHERE ${where}`;

type Row = MonthCase & Record<string, unknown>;
const of = ({ id, siteId, fromAt, toAt }: ArchiveMonth): unknown[] => [id, siteId, fromAt, toAt];

/** The cases of a month: always counted from what is there, never kept as numbers. */
@Injectable()
export class MonthCases {
  constructor(private readonly database: Database) {}

  /** All of them, for who counts. */
  all(tx: Transaction, month: ArchiveMonth): Promise<MonthCase[]> {
    return tx.query<Row>(cases('true'), of(month));
  }

  /** Those that are not hidden from the principal (W2.3): not even their number shows. */
  seen(on: Database | Transaction, principal: Principal, month: ArchiveMonth): Promise<MonthCase[]> {
    const shield = hiding(principal, 5);
    return on.query<Row>(cases(shield.sql), [...of(month), ...shield.params]);
  }

  async one(tx: Transaction, principal: Principal, month: ArchiveMonth, eventId: string): Promise<MonthCase | undefined> {
    const shield = hiding(principal, 6);
    return (await tx.query<Row>(cases(`c."eventId" = $5 AND ${shield.sql}`), [...of(month), eventId, ...shield.params]))[0];
  }

  /** The last that happened first. */
  async page(principal: Principal, month: ArchiveMonth, { limit, cursor, source, standing, unsettled }: CaseFilter): Promise<Page<MonthCase>> {
    const left = unsettled === undefined ? [] : [{ sql: (p: string) => `(x.standing IN ('open', 'missing', 'unknown') AND NOT x.explained) = ${p}`, value: unsettled }];
    const conditions = [...whereEquals('x.source', source), ...whereEquals('x.standing', standing), ...left, ...whereAfter('x', cursor)];
    const shield = hiding(principal, 5);
    const first = 5 + shield.params.length;
    const where = conditions.map(({ sql }, i) => sql(`$${first + i}`)).join(' AND ') || 'true';
    const rows = await this.database.query<Row>(
      `SELECT * FROM (SELECT k.*, k."happenedAt" AS recorded_at, k."eventId" AS id FROM (${cases(shield.sql)}) k) x WHERE ${where} ORDER BY x.recorded_at DESC, x.id DESC LIMIT ${Number(limit) + 1}`,
      [...of(month), ...shield.params, ...conditions.map(({ value }) => value)],
    );
    return toPage(rows, limit, ({ happenedAt, eventId }) => ({ at: happenedAt.toISOString(), id: eventId }));
  }

  /** What all sources say now, in the place of what they said before. From whom a complaint is hidden, they do not learn of it here. */
  put(tx: Transaction, { id, fromAt }: ArchiveMonth, { proposing: told, done }: Said): void {
    const rows = told.map(({ event, source }) => ({ event_id: event.id, source_type: source.type, source_id: source.id, source_number: source.number, happened_at: event.happenedat }));
    tx.send(`DELETE FROM month_event WHERE month_id = $1 AND source_type <> 'repair-register'`, [id]);
    tx.send(
      `INSERT INTO month_event (event_id, month_id, source_type, source_id, source_number, happened_at)
       SELECT event_id, $1, source_type, source_id, source_number, happened_at
       FROM json_to_recordset($2) AS t (event_id uuid, source_type text, source_id uuid, source_number text, happened_at timestamptz)`,
      [id, JSON.stringify(rows)],
    );
    tx.send('DELETE FROM month_repair WHERE month_id = $1', [id]);
    tx.send(
      `INSERT INTO month_repair (event_id, month_id, number, done_at)
       SELECT "eventId", $1, number, "doneAt" FROM json_to_recordset($2) AS t ("eventId" uuid, number text, "doneAt" timestamptz)`,
      [id, JSON.stringify(done.filter(({ doneAt }) => doneAt >= fromAt))],
    );
    for (const { event, hiddenFrom } of told) if (hiddenFrom) shieldObject(tx, event.subject, hiddenFrom);
  }

  explain(tx: Transaction, { id }: ArchiveMonth, { eventId, standing }: MonthCase, reason: string, { actor, happenedAt }: Act): void {
    tx.send('INSERT INTO month_reason (id, month_id, event_id, standing, reason, given_by, given_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      newId(), id, eventId, standing, reason, actor.personId, actor.forPersonId ?? null, happenedAt, tx.now,
    ]);
  }
}

const hiding = (principal: Principal, firstParam: number): SqlFragment => shieldCondition(principal, { objectColumn: 'c."sourceId"', firstParam });
