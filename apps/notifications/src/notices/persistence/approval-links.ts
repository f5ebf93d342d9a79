import { Injectable } from '@nestjs/common';
import { FieldCipher, LinkSecrets } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { Database, type Transaction } from '@property-office/persistence';
import type { ApprovalLink } from '../domain/approval-link';

const nameField = 'notifications.approval_link.name';

/** Their secrets are not known, and are found under the key they were given under. */
export const sealedApprovers: SealedColumn = { table: 'approval_link', key: 'id', column: 'name_cipher', field: nameField };

interface Row extends Record<string, unknown> {
  id: string;
  notice_id: string;
  site_id: string;
  round: number;
  content_hash: string;
  name_cipher: string;
  body: ApprovalLink['body'];
  sent_by: ApprovalLink['sentBy'];
  issued_by: string;
  issued_at: Date;
  expires_at: Date;
  state: ApprovalLink['state'];
  outcome: ApprovalLink['outcome'];
  decided_at: Date | null;
}

const columns = 'id, notice_id, site_id, round, content_hash, name_cipher, body, sent_by, issued_by, issued_at, expires_at, state, outcome, decided_at';

/** Single-use links. Whoever changes one holds its notice locked before. */
@Injectable()
export class ApprovalLinks {
  private readonly secrets = new LinkSecrets(this.cipher, 'notifications.approval_link');

  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @returns the secret, which is kept nowhere */
  insert(tx: Transaction, link: ApprovalLink): string {
    const { token, hash } = this.secrets.issue();
    tx.send(
      `INSERT INTO approval_link (id, notice_id, site_id, round, content_hash, token_hash, name_cipher, body, sent_by, issued_by, issued_at, expires_at, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open')`,
      [
        link.id,
        link.noticeId,
        link.siteId,
        link.round,
        link.contentHash,
        hash,
        this.cipher.encrypt(nameField, link.name),
        link.body,
        link.sentBy,
        link.issuedBy,
        link.issuedAt,
        link.expiresAt,
      ],
    );
    return token;
  }

  /** Counts that somebody opens a link, or decides by one. @throws quotaUsedUp (429) */
  count(tx: Transaction, source: string, what: 'open' | 'decide'): Promise<void> {
    return this.secrets.count(tx, source, what);
  }

  /** @returns undefined for a secret that is none of ours */
  async byToken(token: string): Promise<ApprovalLink | undefined> {
    return this.open(await this.database.query<Row>(`SELECT ${columns} FROM approval_link WHERE token_hash = ANY ($1)`, [this.secrets.hashesOf(token)]))[0];
  }

  /** @returns undefined where the notice has no such link */
  async lock(tx: Transaction, noticeId: string, id: string): Promise<ApprovalLink | undefined> {
    return this.open(await tx.query<Row>(`SELECT ${columns} FROM approval_link WHERE id = $1 AND notice_id = $2 FOR UPDATE`, [id, noticeId]))[0];
  }

  /** @returns oldest first, and the instant by which they stand */
  async ofNotice(noticeId: string): Promise<{ links: ApprovalLink[]; now: Date }> {
    const [row] = await this.database.query<{ now: Date }>('SELECT platform.now() AS now');
    const links = this.open(await this.database.query<Row>(`SELECT ${columns} FROM approval_link WHERE notice_id = $1 ORDER BY issued_at, id`, [noticeId]));
    return { links, now: row!.now };
  }

  use(tx: Transaction, { id }: ApprovalLink, outcome: 'approved' | 'returned'): void {
    tx.send(`UPDATE approval_link SET state = 'used', outcome = $2, decided_at = $3 WHERE id = $1`, [id, outcome, tx.now]);
  }

  revoke(tx: Transaction, { id }: ApprovalLink): void {
    tx.send(`UPDATE approval_link SET state = 'revoked' WHERE id = $1`, [id]);
  }

  private open(rows: readonly Row[]): ApprovalLink[] {
    return rows.map((row) => ({
      id: row.id,
      noticeId: row.notice_id,
      siteId: row.site_id,
      round: row.round,
      contentHash: row.content_hash,
      name: this.cipher.decrypt(nameField, row.name_cipher),
      body: row.body,
      sentBy: row.sent_by,
      issuedBy: row.issued_by,
      issuedAt: row.issued_at,
      expiresAt: row.expires_at,
      state: row.state,
      outcome: row.outcome,
      decidedAt: row.decided_at,
    }));
  }
}
