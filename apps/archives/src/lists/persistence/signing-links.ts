import { LinkSecrets, type FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { Database, Transaction } from '@property-office/persistence';
import type { SigningLink } from '../domain/signing-link';

/** Where the links for one kind of list are kept. */
export interface LinkTable {
  table: string;
  /** The column that names the list. */
  of: string;
  /** The column of what is signed for. */
  hash: string;
}

const fieldOf = ({ table }: LinkTable): string => `archives.${table}.name`;

export const sealedNames = (of: LinkTable): SealedColumn => ({ table: of.table, key: 'id', column: 'name_cipher', field: fieldOf(of) });

type Row = Omit<SigningLink, 'name'> & { nameCipher: string } & Record<string, unknown>;

/** Single-use links for people from elsewhere who sign for a list. Whoever changes one holds its list locked before. */
export class SigningLinks<L extends SigningLink = SigningLink> {
  private readonly secrets = new LinkSecrets(this.cipher, `archives.${this.kept.table}`);
  private readonly columns = `id, ${this.kept.of} AS "listId", site_id AS "siteId", ${this.kept.hash} AS "listHash", name_cipher AS "nameCipher", body, sent_by AS "sentBy", issued_by AS "issuedBy",
    issued_at AS "issuedAt", expires_at AS "expiresAt", state, decided_at AS "decidedAt"${this.more.map((column) => `, ${column}`).join('')}`;

  /** @param more columns that such a link has besides, by the names they have in code */
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly kept: LinkTable,
    private readonly more: ReadonlyArray<Exclude<keyof L, keyof SigningLink> & string> = [],
  ) {}

  /** @returns the secret, which is kept nowhere */
  insert(tx: Transaction, link: L): string {
    const { token, hash } = this.secrets.issue();
    const { id, listId, siteId, listHash, name, body, sentBy, issuedBy, issuedAt, expiresAt } = link;
    const { table, of, hash: hashColumn } = this.kept;
    tx.send(
      `INSERT INTO ${table} (id, ${of}, site_id, ${hashColumn}, token_hash, name_cipher, body, sent_by, issued_by, issued_at, expires_at, state${this.more.map((column) => `, ${column}`).join('')})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open'${this.more.map((_, i) => `, $${12 + i}`).join('')})`,
      [id, listId, siteId, listHash, hash, this.cipher.encrypt(fieldOf(this.kept), name), body, sentBy, issuedBy, issuedAt, expiresAt, ...this.more.map((column) => link[column])],
    );
    return token;
  }

  /** Counts that somebody opens a link, or signs by one. @throws quotaUsedUp (429) */
  count(tx: Transaction, source: string, what: 'open' | 'decide'): Promise<void> {
    return this.secrets.count(tx, source, what);
  }

  /** @returns undefined for a secret that is none of ours */
  async byToken(token: string): Promise<L | undefined> {
    return this.opened(await this.database.query<Row>(`SELECT ${this.columns} FROM ${this.kept.table} WHERE token_hash = ANY ($1)`, [this.secrets.hashesOf(token)]))[0];
  }

  /** @returns undefined where the list has no such link */
  async lock(tx: Transaction, listId: string, id: string): Promise<L | undefined> {
    return this.opened(await tx.query<Row>(`SELECT ${this.columns} FROM ${this.kept.table} WHERE id = $1 AND ${this.kept.of} = $2 FOR UPDATE`, [id, listId]))[0];
  }

  /** Oldest first. */
  async of(on: Database | Transaction, listId: string): Promise<L[]> {
    return this.opened(await on.query<Row>(`SELECT ${this.columns} FROM ${this.kept.table} WHERE ${this.kept.of} = $1 ORDER BY issued_at, id`, [listId]));
  }

  use(tx: Transaction, { id }: L): void {
    tx.send(`UPDATE ${this.kept.table} SET state = 'used', decided_at = $2 WHERE id = $1`, [id, tx.now]);
  }

  revoke(tx: Transaction, { id }: L): void {
    tx.send(`UPDATE ${this.kept.table} SET state = 'revoked' WHERE id = $1`, [id]);
  }

  private opened(rows: readonly Row[]): L[] {
    return rows.map(({ nameCipher, ...row }) => ({ ...row, name: this.cipher.decrypt(fieldOf(this.kept), nameCipher) }) as unknown as L);
  }
}
