import { Injectable } from '@nestjs/common';
import { accessCondition, FieldCipher, lockRow, lockThenJudge, type OperationKey } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type Transaction } from '@property-office/persistence';
import type { WebhookEvent } from '../domain/webhook-events';

export interface WebhookEndpoint {
  id: string;
  siteId: string;
  name: string;
  url: string;
  events: WebhookEvent[];
  state: 'enabled' | 'disabled';
  disabledAt: Date | null;
  disabledReason: string | null;
  lastDeliveredAt: Date | null;
  createdAt: Date;
  version: number;
}

type Row = Record<string, unknown>;

const field = 'notifications.webhook.secret';

export const sealedWebhooks: readonly SealedColumn[] = ['secret_cipher', 'old_secret_cipher'].map((column) => ({ table: 'webhook', key: 'id', column, field }));

/** How long a receiver has to change over to a new secret. */
const bothSecretsHours = 24;
const columns = `w.id, w.site_id AS "siteId", w.name, w.url, w.events, w.state, w.disabled_at AS "disabledAt", w.disabled_reason AS "disabledReason",
  w.last_delivered_at AS "lastDeliveredAt", w.created_at AS "createdAt", w.version`;

/** Other systems that hear of what happens on a site. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async page(principal: Principal, { limit, cursor, siteId, q }: { limit: number; cursor?: PagePosition; siteId?: string; q?: string }): Promise<Page<WebhookEndpoint>> {
    const said = q === undefined ? undefined : whereSaid(`concat_ws(' ', w.name, w.url, w.disabled_reason)`, q);
    if (q !== undefined && !said) return { items: [], nextCursor: null };
    const values = [siteId ?? null, cursor?.at ?? null, cursor?.id ?? null, ...(said ? [said.value] : [])];
    const access = conditionOf(principal, 'notifications.listWebhooks', values.length + 1);
    const rows = await this.database.query<WebhookEndpoint & Row>(
      `SELECT ${columns} FROM webhook w WHERE w.state <> 'closed' AND ($1::uuid IS NULL OR w.site_id = $1)
         AND ($2::timestamptz IS NULL OR (w.created_at, w.id) < ($2, $3::uuid)) AND ${access.sql}${said ? ` AND ${said.sql('$4')}` : ''}
       ORDER BY w.created_at DESC, w.id DESC LIMIT ${Number(limit) + 1}`,
      [...values, ...access.params],
    );
    return toPage(rows, limit, ({ createdAt, id }) => ({ at: createdAt.toISOString(), id }));
  }

  /** Locked until COMMIT; undefined: there is none, or it is not theirs to see. */
  lock(tx: Transaction, principal: Principal, operation: OperationKey, id: string): Promise<WebhookEndpoint | undefined> {
    const access = conditionOf(principal, operation, 2);
    const judge = `SELECT ${columns} FROM webhook w WHERE w.id = $1 AND w.state <> 'closed' AND ${access.sql}`;
    return lockThenJudge<WebhookEndpoint & Row>(tx, lockRow('webhook'), judge, [id, ...access.params]);
  }

  insert(tx: Transaction, { id, siteId, name, url, events, state, createdAt, version }: WebhookEndpoint, secret: string): void {
    tx.send(
      `INSERT INTO webhook (id, site_id, name, url, events, state, created_at, version, secret_cipher) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, siteId, name, url, events, state, createdAt, version, this.cipher.encrypt(field, secret)],
    );
  }

  update(tx: Transaction, { id, name, url, events, state, disabledAt, disabledReason, version }: WebhookEndpoint): void {
    tx.send('UPDATE webhook SET name = $2, url = $3, events = $4, state = $5, disabled_at = $6, disabled_reason = $7, version = $8 WHERE id = $1', [
      id,
      name,
      url,
      events,
      state,
      disabledAt,
      disabledReason,
      version,
    ]);
  }

  /** The old secret is signed with, too, for a day. */
  replaceSecret(tx: Transaction, id: string, secret: string, version: number): void {
    tx.send(
      `UPDATE webhook SET old_secret_cipher = secret_cipher, old_secret_until = $3::timestamptz + $4 * interval '1 hour', secret_cipher = $2, version = $5 WHERE id = $1`,
      [id, this.cipher.encrypt(field, secret), tx.now, bothSecretsHours, version],
    );
  }

  close(tx: Transaction, id: string): void {
    tx.send(`UPDATE webhook SET state = 'closed', version = version + 1 WHERE id = $1`, [id]);
  }

  /** Null when it was changed since that version. */
  async secretOf(id: string, version: number): Promise<string | null> {
    const [row] = await this.database.query<{ secret_cipher: string }>('SELECT secret_cipher FROM webhook WHERE id = $1 AND version = $2', [id, version]);
    return row ? this.cipher.decrypt(field, row.secret_cipher) : null;
  }

  /** Those that may be sent to, with the secrets to sign with, the newest first. */
  async open(ids: readonly string[]): Promise<Map<string, { url: string; secrets: string[] }>> {
    const rows = await this.database.query<{ id: string; url: string; secret_cipher: string; old: string | null }>(
      `SELECT id, url, secret_cipher, CASE WHEN old_secret_until > platform.now() THEN old_secret_cipher END AS old
       FROM webhook WHERE id = ANY ($1) AND state = 'enabled'`,
      [ids],
    );
    const opened = (value: string): string => this.cipher.decrypt(field, value);
    return new Map(rows.map(({ id, url, secret_cipher, old }) => [id, { url, secrets: [secret_cipher, ...(old === null ? [] : [old])].map(opened) }]));
  }
}

/** Which webhooks of a site are to hear of an event now. */
export async function webhooksFor(tx: Transaction, siteId: string, event: WebhookEvent): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(`SELECT id FROM webhook WHERE site_id = $1 AND state = 'enabled' AND $2 = ANY (events)`, [siteId, event]);
  return rows.map(({ id }) => id);
}

export async function noteDelivered(tx: Transaction, id: string): Promise<void> {
  await tx.query('UPDATE webhook SET last_delivered_at = $2 WHERE id = $1', [id, tx.now]);
}

/**
 * Gives an endpoint up that a delivery could not reach in all its attempts, unless it took another one meanwhile.
 * @returns its name and site; undefined where it stays, or is given up already
 */
export async function disableWebhook(tx: Transaction, id: string, reason: string, failingSince: Date | undefined): Promise<{ name: string; siteId: string; version: number } | undefined> {
  const [row] = await tx.query<{ name: string; siteId: string; version: number }>(
    `UPDATE webhook SET state = 'disabled', disabled_at = $2, disabled_reason = $3, version = version + 1
     WHERE id = $1 AND state = 'enabled' AND ($4::timestamptz IS NULL OR last_delivered_at IS NULL OR last_delivered_at < $4)
     RETURNING name, site_id AS "siteId", version`,
    [id, tx.now, reason, failingSince ?? null],
  );
  return row;
}

function conditionOf(principal: Principal, operation: OperationKey, firstParam: number) {
  return accessCondition(principal, { operation, right: 'act', objectColumn: 'w.id', siteColumn: 'w.site_id', firstParam });
}
