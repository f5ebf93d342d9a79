import type { Principal, RegisterDirection } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import type { MissingCounts } from '../domain/tidy-up';
import { documentAccess } from './document-access';

/** A paper of the year that is not where it belongs yet. */
export interface MissingPaper {
  id: string;
  direction: RegisterDirection;
  number: string;
  title: string;
  status: string;
}

/** Numbers of a register that nothing has. */
export interface RegisterGap {
  registerId: string;
  category: string;
  number: number;
}

type Year = { siteId: string; year: number };

/** Numbers between the first and the last of each register of the site and year; there is none while `Registers` keeps its promise. */
const gaps = `SELECT r.id AS "registerId", r.code AS category, missing AS number FROM register r JOIN register_year y ON y.register_id = r.id,
  generate_series(y.first_number, y.last_number) missing WHERE r.site_id = $1 AND y.year = $2
  AND NOT EXISTS (SELECT 1 FROM register_number n WHERE n.register_id = r.id AND n.year = y.year AND n.number = missing)`;

const papers = (direction: RegisterDirection): string =>
  `SELECT d.id, '${direction}' AS direction, d.number, d.title, d.state AS status, n.number AS n FROM register_number n JOIN ${direction}_document d ON d.id = n.document_id
   WHERE d.site_id = $1 AND n.year = $2`;
const unfiled = `d.state NOT IN ('filed', 'voided')`;
const unaccepted = `d.state = 'filed' AND NOT EXISTS (SELECT 1 FROM archived_paper a WHERE a.document_id = d.id)`;

/** Of all papers, whoever may know of them. */
export async function countMissing(on: Database | Transaction, { siteId, year }: Year): Promise<MissingCounts> {
  const count = (which: string): string => `(SELECT count(*)::int FROM (${papers('incoming')} AND ${which} UNION ALL ${papers('outgoing')} AND ${which}) p)`;
  const [row] = await on.query<MissingCounts & Record<string, unknown>>(
    `SELECT ${count(unfiled)} AS unfiled, ${count(unaccepted)} AS unaccepted, (SELECT count(*)::int FROM (${gaps}) g) AS gaps`,
    [siteId, year],
  );
  return { unfiled: row!.unfiled, unaccepted: row!.unaccepted, gaps: row!.gaps };
}

/** Of those that a principal may know of, the first ones. */
export async function listMissing(database: Database, principal: Principal, year: Year, limit: number): Promise<{ unfiled: MissingPaper[]; unaccepted: MissingPaper[]; gaps: RegisterGap[] }> {
  const incoming = documentAccess(principal, 'documents.listDocuments', 'read', 3);
  const outgoing = documentAccess(principal, 'documents.listOutgoing', 'read', 3 + incoming.params.length);
  const list = async (which: string): Promise<MissingPaper[]> => {
    const rows = await database.query<MissingPaper & Record<string, unknown>>(
      `${papers('incoming')} AND ${which} AND ${incoming.sql} UNION ALL ${papers('outgoing')} AND ${which} AND ${outgoing.sql} ORDER BY direction, n LIMIT ${Number(limit)}`,
      [year.siteId, year.year, ...incoming.params, ...outgoing.params],
    );
    return rows.map(({ id, direction, number, title, status }) => ({ id, direction, number, title, status }));
  };
  return {
    unfiled: await list(unfiled),
    unaccepted: await list(unaccepted),
    gaps: await database.query<RegisterGap & Record<string, unknown>>(`${gaps} ORDER BY r.code, missing LIMIT ${Number(limit)}`, [year.siteId, year.year]),
  };
}
