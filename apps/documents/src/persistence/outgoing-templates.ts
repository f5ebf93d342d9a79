import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { OutgoingKind, Principal } from '@property-office/contracts';
import { derivedId, newId, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, whereAfter, whereEquals, type ListCondition, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { templateOf } from '../domain/outgoing-templates';

/** What a draft is begun with: a version that the office wrote, or version 0, as it was shipped. */
export interface TemplateText {
  version: number;
  title: string;
  body: string;
}

export interface TemplateVersion extends TemplateText {
  id: string;
  siteId: string;
  kind: OutgoingKind;
  effectiveFrom: Date;
  madeBy: string;
  madeFor: string | null;
  recordedAt: Date;
}

export interface TemplateFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  kind?: OutgoingKind;
}

const columns = `t.id, t.site_id AS "siteId", t.kind, t.n AS version, t.title, t.body, t.from_at AS "effectiveFrom", t.made_by AS "madeBy", t.made_for AS "madeFor", t.recorded_at AS "recordedAt"`;

/** Templates an office writes itself (W1.2): versions that never change, each from a time on. What it has not written is as shipped. */
@Injectable()
export class OutgoingTemplates {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  /** What a document that is begun now begins with: of the versions whose time has come, the last one. */
  async effective(on: Database | Transaction, siteId: string, kind: OutgoingKind): Promise<TemplateText & Partial<TemplateVersion>> {
    const [row] = await on.query<TemplateVersion & Record<string, unknown>>(
      `SELECT ${columns} FROM outgoing_template_version t WHERE t.site_id = $1 AND t.kind = $2 AND t.from_at <= platform.now() ORDER BY t.n DESC LIMIT 1`,
      [siteId, kind],
    );
    return row ?? shipped(kind);
  }

  /** What a document was begun with. */
  async asBegun(tx: Transaction, { siteId, kind, templateVersion }: { siteId: string; kind: OutgoingKind; templateVersion: number }): Promise<TemplateText> {
    const [row] = await tx.query<TemplateVersion & Record<string, unknown>>(`SELECT ${columns} FROM outgoing_template_version t WHERE t.site_id = $1 AND t.kind = $2 AND t.n = $3`, [
      siteId,
      kind,
      templateVersion,
    ]);
    return row ?? shipped(kind);
  }

  /** How many versions the office has written; one is added after the other until COMMIT. */
  async lockLast(tx: Transaction, siteId: string, kind: OutgoingKind): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('outgoing template ' || $1, 0))`, [idOf(siteId, kind)]);
    const [row] = await tx.query<{ last: number }>('SELECT coalesce(max(n), 0) AS last FROM outgoing_template_version WHERE site_id = $1 AND kind = $2', [siteId, kind]);
    return row!.last;
  }

  add(tx: Transaction, { actor, happenedAt }: Act, template: Pick<TemplateVersion, 'siteId' | 'kind' | 'version' | 'title' | 'body' | 'effectiveFrom'>): TemplateVersion {
    const { siteId, kind, version, title, body, effectiveFrom } = template;
    const added = { id: newId(), ...template, madeBy: actor.personId, madeFor: actor.forPersonId ?? null, recordedAt: tx.now };
    tx.send(
      `INSERT INTO outgoing_template_version (id, site_id, kind, n, title, body, from_at, made_by, made_for, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [added.id, siteId, kind, version, title, body, effectiveFrom, added.madeBy, added.madeFor, happenedAt, tx.now],
    );
    const aggregate = { aggregateId: idOf(siteId, kind), aggregateVersion: version, siteId, happenedAt, actor };
    this.ledger.append(tx, { ...aggregate, type: 'documents.template-set.v1', data: { kind, version, effectiveFrom: effectiveFrom.toISOString() } });
    return added;
  }

  async one(principal: Principal, id: string): Promise<TemplateVersion | undefined> {
    return (await this.select(principal, 'documents.readTemplateVersion', whereEquals('t.id', id), 1))[0];
  }

  /** The newest first. */
  async page(principal: Principal, { limit, cursor, siteId, kind }: TemplateFilter): Promise<Page<TemplateVersion>> {
    const conditions = [...whereEquals('t.site_id', siteId), ...whereEquals('t.kind', kind), ...whereAfter('t', cursor)];
    return toPage(await this.select(principal, 'documents.listTemplateVersions', conditions, limit + 1), limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<TemplateVersion[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', firstParam: params.length + 1, objectColumn: 't.id', siteColumn: 't.site_id' });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    return this.database.query<TemplateVersion & Record<string, unknown>>(
      `SELECT ${columns} FROM outgoing_template_version t WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
  }
}

function shipped(kind: OutgoingKind): TemplateText {
  const { title, body } = templateOf(kind);
  return { version: 0, title, body };
}

function idOf(siteId: string, kind: OutgoingKind): string {
  return derivedId('outgoing-template', siteId, kind);
}
