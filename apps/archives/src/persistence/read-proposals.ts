import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal, RecordSource } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { ProposalState } from '../domain/proposal-states';
import { recordAccess } from './record-access';
import { RecordProposal } from './record-proposal.entity';

export interface ProposalFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: ProposalState;
  source?: RecordSource;
  sourceId?: string;
  q?: string;
}

interface WaitingFilter {
  siteId: string;
  source?: RecordSource;
  ids?: readonly string[];
  after?: string;
  limit: number;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadProposals {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey): Promise<RecordProposal | undefined> {
    return (await this.select(principal, operation, whereEquals('p.id', id), 1))[0];
  }

  /** Those of a site that wait to be accepted, the oldest of the given sources or ids, or the oldest behind one. */
  waiting(principal: Principal, operation: OperationKey, { siteId, source, ids, after: last, limit }: WaitingFilter): Promise<RecordProposal[]> {
    const named: ListCondition[] = ids ? [{ sql: (p) => `p.id = ANY (${p})`, value: ids }] : [];
    const behind: ListCondition[] = last ? [{ sql: (p) => `(p.recorded_at, p.id) > (SELECT b.recorded_at, b.id FROM record_proposal b WHERE b.id = ${p})`, value: last }] : [];
    const conditions = [...whereEquals('p.site_id', siteId), ...whereEquals('p.state', 'proposed'), ...whereEquals('p.source_type', source), ...named, ...behind];
    return this.select(principal, operation, conditions, limit, 'ASC');
  }

  async page(principal: Principal, { limit, cursor, siteId, status, source, sourceId, q }: ProposalFilter): Promise<Page<RecordProposal>> {
    const search = q === undefined ? undefined : whereTyped('p', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('p.site_id', siteId),
      ...whereEquals('p.state', status),
      ...whereEquals('p.source_type', source),
      ...whereEquals('p.source_id', sourceId),
      ...(search ? [search] : []),
      ...whereAfter('p', cursor),
    ];
    const rows = await this.select(principal, 'archives.listProposals', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number, order: 'ASC' | 'DESC' = 'DESC'): Promise<RecordProposal[]> {
    const params = conditions.map(({ value }) => value);
    const access = recordAccess(principal, operation, 'read', params.length + 1, 'p');
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT p.id FROM record_proposal p WHERE ${where} ORDER BY p.recorded_at ${order}, p.id ${order} LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(RecordProposal).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
