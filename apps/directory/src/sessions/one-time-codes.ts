import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher, normalPhone, takeQuotas, type Quota } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import { codeDigits, codeQuotas, codeValidSeconds, mostTries, sameClickSeconds } from '../domain/one-time-code';

/** What a code turned out to be; `used`: it was right, and opened something seconds ago. */
export type Redeemed = 'right' | 'used' | 'wrong';

interface CodeRow {
  id: string;
  code_hash: string;
  tries: number;
  live: boolean;
  used: boolean;
  just_used: boolean;
}

const phoneField = 'directory.one_time_code.phone';
const codeField = 'directory.one_time_code.code';
/** Codes of others removed with each new one. */
const swept = 20;

/** One-time codes in the database: one for each number, the latest. What is kept of a code is a keyed hash. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /**
   * A code for a number, whoever's it is; the one before is good no more.
   * @throws quotaUsedUp (429), whether the number is known or not
   */
  async issue(tx: Transaction, phone: string, source: string): Promise<string> {
    const plain = normalPhone(phone);
    await takeQuotas(tx, this.quotasOf(plain, source));
    const issued = { id: newId(), code: newCode() };
    tx.send(
      `INSERT INTO one_time_code (phone_key, id, code_hash, tries, expires_at)
       VALUES ($1, $2, $3, 0, clock_timestamp() + make_interval(secs => $4))
       ON CONFLICT (phone_key) DO UPDATE
       SET id = excluded.id, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at, used_at = NULL`,
      [
        this.cipher.blindIndex(phoneField, plain),
        issued.id,
        this.cipher.blindIndex(codeField, secretOf(issued.id, issued.code)),
        codeValidSeconds,
      ],
    );
    tx.send(
      `DELETE FROM one_time_code WHERE phone_key IN (
         SELECT phone_key FROM one_time_code WHERE expires_at < clock_timestamp() - interval '1 hour'
         ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
      [swept],
    );
    return issued.code;
  }

  /**
   * Whether the code is the number's, which uses it up. A wrong one counts: the caller commits whatever this answers.
   * Tries side by side queue up at the row, so a code opens one door once; the same click again is no guess.
   */
  async redeem(tx: Transaction, phone: string, code: string): Promise<Redeemed> {
    const keys = this.cipher.blindIndexes(phoneField, normalPhone(phone));
    const [row] = await tx.query<CodeRow>(
      `SELECT id, code_hash, tries, expires_at > clock_timestamp() AS live, used_at IS NOT NULL AS used,
         coalesce(used_at > clock_timestamp() - make_interval(secs => $2), false) AS just_used FROM one_time_code
       WHERE phone_key = ANY($1) ORDER BY expires_at DESC LIMIT 1 FOR UPDATE`,
      [keys, sameClickSeconds],
    );
    if (!row?.live || row.tries >= mostTries) return 'wrong';
    const right = this.cipher.blindIndexes(codeField, secretOf(row.id, code)).includes(row.code_hash);
    if (right && row.used) return row.just_used ? 'used' : 'wrong';
    if (right) tx.send('UPDATE one_time_code SET used_at = clock_timestamp() WHERE id = $1', [row.id]);
    else tx.send('UPDATE one_time_code SET tries = tries + 1 WHERE id = $1', [row.id]);
    return right ? 'right' : 'wrong';
  }

  /** `redeem` in a transaction of its own, for what is proven before another begins. */
  async proves(phone: string, code: string): Promise<boolean> {
    return (await this.database.transaction((tx) => this.redeem(tx, phone, code))) === 'right';
  }

  private quotasOf(phone: string, source: string): Quota[] {
    const ofPhone = this.cipher.blindIndex(phoneField, phone);
    const ofSource = this.cipher.blindIndex('directory.one_time_code.source', source);
    const keyed = (who: string, quotas: ReadonlyArray<{ what: string; most: number; seconds: number }>) =>
      quotas.map(({ what, most, seconds }) => ({ key: `code ${what} ${who}`, most, seconds }));
    return [
      ...keyed(`phone ${ofPhone}`, codeQuotas.phone),
      ...keyed(`source ${ofSource}`, codeQuotas.source),
      ...keyed('everybody', codeQuotas.everybody),
    ];
  }
}

/** The same six digits of another code hash to something else. */
function secretOf(id: string, code: string): string {
  return `${id} ${code}`;
}

/** One of a million, each as likely. */
function newCode(): string {
  return String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
}
