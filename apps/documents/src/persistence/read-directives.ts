import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { DirectiveState } from '../domain/directive-states';
import { Directive } from './directive.entity';
import { directiveAccess } from './directives';

export interface DirectiveFilter {
  limit: number;
  cursor?: PagePosition;
  status?: DirectiveState;
  siteId?: string;
  givenBy?: string;
  /** Those the reader has yet to acknowledge. */
  toAcknowledge?: boolean;
  /** Words of titles, texts, authorities and numbers, in Chinese or English. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadDirectives {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, operation: OperationKey, id: string): Promise<Directive | undefined> {
    return (await this.select(principal, operation, whereEquals('d.id', id), 1))[0];
  }

  async page(principal: Principal, operation: OperationKey, { limit, cursor, status, siteId, givenBy, toAcknowledge, q }: DirectiveFilter): Promise<Page<Directive>> {
    const search = q === undefined ? undefined : whereTyped('d', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const waiting: ListCondition = {
      sql: (p) =>
        `d.state = 'given' AND EXISTS (SELECT 1 FROM directive_addressee a WHERE a.directive_id = d.id AND a.person_id = ${p} AND a.acknowledged_at IS NULL)`,
      value: principal.personId,
    };
    const conditions = [
      ...whereEquals('d.state', status),
      ...whereEquals('d.site_id', siteId),
      ...whereEquals('d.given_by', givenBy),
      ...(toAcknowledge ? [waiting] : []),
      ...(search ? [search] : []),
      ...whereAfter('d', cursor),
    ];
    const rows = await this.select(principal, operation, conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<Directive[]> {
    const params = conditions.map(({ value }) => value);
    const access = directiveAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT d.id FROM directive d WHERE ${where} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(Directive).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
