import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, whereAfter, type ListCondition, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { In } from 'typeorm';
import type { SuggestionEvent } from '../domain/complaint-event';
import { complaintErrors } from '../domain/errors';
import { lastActAfter } from '../domain/last-act';
import type { SuggestionState } from '../domain/suggestion-states';
import { toSuggestionEvent } from '../events';
import { searchCondition } from './case-search';
import { keepLateReason } from './late-reasons';
import { Suggestion } from './suggestion.entity';

export interface SuggestionFilter {
  limit: number;
  cursor?: PagePosition;
  status?: SuggestionState;
  siteId?: string;
  q?: string;
}

/** Suggestions as they are written and read: the row and the event that says why, always together. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  insert(tx: Transaction, suggestion: Suggestion, act: Act): void {
    tx.save(suggestion);
    keepLateReason(tx, suggestion, act);
    this.ledger.append(tx, toSuggestionEvent(suggestion, act, { kind: 'recorded' }));
  }

  /** @throws unknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ suggestion: Suggestion; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 's.id', siteColumn: 's.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM suggestion s WHERE s.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('suggestion'), judge, [id, ...access.params]))) throw complaintErrors.suggestionUnknown();
    const suggestion = await tx.manager.findOneByOrFail(Suggestion, { id });
    assertFresh(command, suggestion.version);
    return { suggestion, act: actOf(tx, command, suggestion.siteId, input, suggestion.lastHappenedAt) };
  }

  /** The suggestion a clock is about. */
  lock(tx: Transaction, id: string): Promise<Suggestion> {
    return tx.manager.findOneOrFail(Suggestion, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  advance(tx: Transaction, suggestion: Suggestion, act: Act, event: SuggestionEvent, changes: Partial<Suggestion>): void {
    const lastHappenedAt = lastActAfter(event.kind, act.happenedAt, suggestion.lastHappenedAt);
    Object.assign(suggestion, { ...changes, version: suggestion.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(suggestion);
    keepLateReason(tx, suggestion, act);
    this.ledger.append(tx, toSuggestionEvent(suggestion, act, event));
  }

  async one(principal: Principal, id: string, operation: OperationKey = 'complaints.readSuggestion'): Promise<Suggestion | undefined> {
    return (await this.select(principal, operation, [{ sql: (p) => `s.id = ${p}`, value: id }], 1))[0];
  }

  async page(principal: Principal, filter: SuggestionFilter): Promise<Page<Suggestion>> {
    const conditions: ListCondition[] = [];
    if (filter.status) conditions.push({ sql: (p) => `s.state = ${p}`, value: filter.status });
    if (filter.siteId) conditions.push({ sql: (p) => `s.site_id = ${p}`, value: filter.siteId });
    if (filter.q !== undefined) {
      const search = searchCondition(filter.q, 's.id');
      if (!search) return { items: [], nextCursor: null };
      conditions.push(search);
    }
    conditions.push(...whereAfter('s', filter.cursor));
    const rows = await this.select(principal, 'complaints.listSuggestions', conditions, filter.limit + 1);
    return toPage(rows, filter.limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<Suggestion[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 's.id', siteColumn: 's.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT s.id FROM suggestion s WHERE ${where} ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const repository = this.database.dataSource.getRepository(Suggestion);
    const found = new Map((await repository.findBy({ id: In(ids.map(({ id }) => id)) })).map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => found.get(id) ?? []);
  }
}
