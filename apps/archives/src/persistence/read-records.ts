import { Injectable } from '@nestjs/common';
import { reachCondition, type OperationKey } from '@property-office/access';
import type { BasisRank, Principal, RecordSource, Retention } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition, type Transaction } from '@property-office/persistence';
import type { Carrier } from '../domain/carriers';
import { descriptionColumns } from './descriptions';
import { recordsHandledBy, recordsSaying, whereSought, type RecordCondition } from './find-records';
import type { Description, RecordOrigin } from './new-record';
import { recordAccess } from './record-access';
import { placesFound, type FoundIn } from './record-texts';

/** A record with its description as it stands now. */
export interface StoredRecord extends Description {
  id: string;
  siteId: string;
  version: number;
  archiveNumber: string;
  oldNumber: string | null;
  category: string;
  year: number;
  retention: Retention;
  office: string;
  item: number;
  legalBasis: string;
  basisRank: BasisRank;
  source: RecordOrigin | null;
  proposalId: string | null;
  duplicateReason: string | null;
  proof: string;
  archivedBy: string;
  description: number;
  held: boolean;
  shelf: string | null;
  /** Null: for ever. A new term of an appraisal counts. */
  keptUntilYear: number | null;
  destroyedAt: Date | null;
  destructionId: string | null;
  handedOverAt: Date | null;
  handOverId: string | null;
  happenedAt: Date;
  recordedAt: Date;
}

/** One of a list. */
export interface ListedRecord extends StoredRecord {
  /** Where what was typed stands, besides its description. */
  foundIn: FoundIn[];
}

export interface RecordFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  category?: string;
  shelf?: string;
  retention?: Retention;
  year?: number;
  /** 机构（问题）, as in its number. */
  office?: string;
  carrier?: Carrier;
  /** Of the day it is dated from; the first is inside, the second is not. */
  datedFrom?: Date;
  datedUntil?: Date;
  /** Who did a step of how it was handled, or for whom it was done. */
  handledBy?: string;
  source?: RecordSource;
  sourceId?: string;
  held?: boolean;
  /** There is paper of it here. */
  onPaper?: boolean;
  /** Archive number, title, 文号, responsible party, keywords, final text, files, in Chinese or English. */
  q?: string;
}

type Row = Omit<StoredRecord, 'source'> & { sourceType: RecordSource | null; sourceId: string | null; sourceNumber: string | null } & Record<string, unknown>;

const columns = `s.id, s.site_id AS "siteId", s.version, s.held, s.shelf, r.archive_number AS "archiveNumber", r.old_number AS "oldNumber", r.category, r.year, r.retention,
  r.office, r.item, r.legal_basis AS "legalBasis", r.basis_rank AS "basisRank", r.source_type AS "sourceType", r.source_id AS "sourceId", r.source_number AS "sourceNumber",
  r.proposal_id AS "proposalId", r.duplicate_reason AS "duplicateReason", r.proof, r.archived_by AS "archivedBy", r.happened_at AS "happenedAt", s.recorded_at AS "recordedAt",
  kept_until_year(r.id) AS "keptUntilYear", x.happened_at AS "destroyedAt", x.destruction_id AS "destructionId",
  o.happened_at AS "handedOverAt", o.hand_over_id AS "handOverId"`;

/** Reading what a principal may see; the condition is part of every query: nobody else learns that a confidential one exists. */
@Injectable()
export class ReadRecords {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey, on: Database | Transaction = this.database): Promise<StoredRecord | undefined> {
    return (await this.select(on, principal, operation, whereEquals('s.id', id).map(asCondition), 1))[0];
  }

  async page(principal: Principal, filter: RecordFilter, operation: OperationKey = 'archives.listRecords'): Promise<Page<ListedRecord>> {
    const { limit, q, handledBy } = filter;
    const saying = q === undefined ? undefined : recordsSaying(principal, q);
    if (q !== undefined && !saying) return { items: [], nextCursor: null };
    const within: RecordCondition = (firstParam) => reachCondition(principal, { operation, ...columnsOfState, firstParam }) ?? { sql: 'TRUE', params: [] };
    const conditions = [within, ...whereFiltered(filter).map(asCondition)];
    for (const sought of [saying, handledBy === undefined ? undefined : recordsHandledBy(handledBy)]) if (sought) conditions.push(await whereSought(this.database, sought));
    const rows = await this.select(this.database, principal, operation, conditions, limit + 1);
    const page = toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
    const found = q !== undefined && page.items.length > 0 ? await placesFound(this.database, principal, page.items.map(({ id }) => id), whereTyped('f', q)!) : undefined;
    return { ...page, items: page.items.map((record) => ({ ...record, foundIn: found?.get(record.id) ?? [] })) };
  }

  private async select(on: Database | Transaction, principal: Principal, operation: OperationKey, conditions: RecordCondition[], limit: number): Promise<StoredRecord[]> {
    const [where, params]: [string[], unknown[]] = [[], []];
    for (const condition of [...conditions, (firstParam: number) => recordAccess(principal, operation, 'read', firstParam)]) {
      const { sql, params: more } = condition(params.length + 1);
      where.push(sql);
      params.push(...more);
    }
    const rows = await on.query<Row>(
      `SELECT ${columns}, ${descriptionColumns} FROM record_state s JOIN record r ON r.id = s.id
       JOIN record_description d ON d.record_id = s.id AND d.version = s.description
       LEFT JOIN record_destruction x ON x.record_id = s.id LEFT JOIN handed_over o ON o.item_id = s.id WHERE ${where.join(' AND ')} ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${Number(limit)}`,
      params,
    );
    return rows.map(({ sourceType, sourceId, sourceNumber, ...row }) => ({ ...row, source: sourceType && { type: sourceType, id: sourceId!, number: sourceNumber! } }));
  }
}

const columnsOfState = { objectColumn: 's.id', siteColumn: 's.site_id' };

function asCondition({ sql, value }: ListCondition): RecordCondition {
  return (firstParam) => ({ sql: sql(`$${firstParam}`), params: [value] });
}

function whereFiltered({ cursor, siteId, category, shelf, retention, year, office, carrier, datedFrom, datedUntil, source, sourceId, held, onPaper }: RecordFilter): ListCondition[] {
  return [
    ...whereEquals('s.site_id', siteId),
    ...whereEquals('r.category', category),
    ...whereEquals('s.shelf', shelf),
    ...whereEquals('r.retention', retention),
    ...whereEquals('r.year', year),
    ...whereEquals('r.office', office),
    ...whereEquals('d.carrier', carrier),
    ...(datedFrom ? [{ sql: (p: string) => `d.dated_at >= ${p}`, value: datedFrom }] : []),
    ...(datedUntil ? [{ sql: (p: string) => `d.dated_at < ${p}`, value: datedUntil }] : []),
    ...whereEquals('r.source_type', source),
    ...whereEquals('r.source_id', sourceId),
    ...whereEquals('s.held', held),
    ...whereEquals(`(d.carrier <> 'digital' AND x.record_id IS NULL AND o.item_id IS NULL)`, onPaper),
    ...whereAfter('s', cursor),
  ];
}
