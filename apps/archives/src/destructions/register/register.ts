import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, type Transaction } from '@property-office/persistence';
import { visibleOf } from '../../lists/persistence/listed-records';
import { entryOf, lineOf, type RegisterEntry, type RegisterLine } from './register-entry';

export interface RegisteredLine {
  hash: string;
  entry: RegisterEntry;
  /** Of its records. */
  visible: ReadonlySet<string>;
}

type Row = RegisterLine & { id: string; recordedAt: Date } & Record<string, unknown>;

/** The register in the database, which the file outside follows. */
@Injectable()
export class Register {
  constructor(private readonly database: Database) {}

  /** The next line. Its writers wait for one another until COMMIT: called last. */
  async append(tx: Transaction, said: Omit<RegisterEntry, 'n' | 'previous'>): Promise<{ n: number; hash: string }> {
    await lockRegister(tx);
    const [last] = await tx.query<{ n: number; hash: string }>('SELECT n, hash FROM destruction_register ORDER BY n DESC LIMIT 1');
    const n = (last?.n ?? 0) + 1;
    const { text, hash } = lineOf({ n, previous: last?.hash ?? null, ...said });
    tx.send('INSERT INTO destruction_register (n, destruction_id, site_id, entry, hash, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)', [n, said.destructionId, said.siteId, text, hash, tx.now]);
    return { n, hash };
  }

  /** Behind the first `known`. */
  after(on: Database | Transaction, known: number): Promise<RegisterLine[]> {
    return on.query<RegisterLine & Record<string, unknown>>('SELECT entry AS text, hash FROM destruction_register WHERE n > $1 ORDER BY n', [known]);
  }

  async hashOf(on: Database | Transaction, destructionId: string): Promise<string | null> {
    const [row] = await on.query<{ hash: string }>('SELECT hash FROM destruction_register WHERE destruction_id = $1', [destructionId]);
    return row?.hash ?? null;
  }

  /** Of a list that the principal may see; the line stands also where no restored backup has the list. */
  async one(principal: Principal, operation: OperationKey, destructionId: string): Promise<RegisterLine | undefined> {
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'g.destruction_id', siteColumn: 'g.site_id', firstParam: 2 });
    const [line] = await this.database.query<RegisterLine & Record<string, unknown>>(
      `SELECT g.entry AS text, g.hash FROM destruction_register g WHERE g.destruction_id = $1 AND ${access.sql}`,
      [destructionId, ...access.params],
    );
    return line;
  }

  /** Of the sites where a principal may read it, the newest line first. */
  async page(principal: Principal, { limit, cursor, siteId }: { limit: number; cursor?: PagePosition; siteId?: string }): Promise<Page<RegisteredLine>> {
    const conditions = [...whereEquals('g.site_id', siteId), ...whereAfter('g', cursor)];
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation: 'archives.listRegister', right: 'read', objectColumn: 'g.id', siteColumn: 'g.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT g.id, g.entry AS text, g.hash, g.recorded_at AS "recordedAt"
       FROM (SELECT destruction_id AS id, site_id, entry, hash, recorded_at FROM destruction_register) g WHERE ${where} ORDER BY g.recorded_at DESC, g.id DESC LIMIT ${Number(limit) + 1}`,
      [...params, ...access.params],
    );
    const { items, nextCursor } = toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
    const entries = items.map((row) => ({ hash: row.hash, entry: entryOf(row) }));
    const visible = await visibleOf(this.database, principal, 'archives.readRecord', entries.flatMap(({ entry }) => entry.records.map(({ recordId }) => recordId)));
    return { items: entries.map((each) => ({ ...each, visible })), nextCursor };
  }
}

/** One at a time writes to the register, in the database or outside. */
export async function lockRegister(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('destruction register', 0))`);
}
