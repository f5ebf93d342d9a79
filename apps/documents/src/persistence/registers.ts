import { Injectable } from '@nestjs/common';
import type { RegisterDirection } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { documentErrors } from '../domain/errors';
import { ownRegister, registerNumber, registerYear } from '../domain/register-number';
import { beginTidyUp } from './begin-tidy-up';

export interface GivenNumber {
  registerId: string;
  year: number;
  n: number;
  /** As people write it. */
  number: string;
}

export interface NewRegister {
  siteId: string;
  code: string;
  year: number;
  firstNumber: number;
  direction: RegisterDirection;
}

/** What is to be numbered: a document of a site, in a register it names or in the site's own. */
export interface ToNumber {
  documentId: string;
  siteId: string;
  direction: RegisterDirection;
  registerId: string | undefined;
}

/** Registers whose numbers have neither gaps nor repeats, per year. */
@Injectable()
export class Registers {
  constructor(private readonly ledger: Ledger) {}

  /** @throws registerExists (409) */
  async open(tx: Transaction, act: Act, register: NewRegister): Promise<string> {
    if (!(await this.insert(tx, act, register))) throw documentErrors.registerExists();
    const id = idOf(register);
    const { year, firstNumber } = register;
    await tx.query('INSERT INTO register_year (register_id, year, first_number, last_number) VALUES ($1, $2, $3, $3 - 1)', [id, year, firstNumber]);
    return id;
  }

  /**
   * The next number of a register for a document, in the year in which it is registered. It locks the counter until COMMIT:
   * to be called when everything else is done that may be waited for. What is rolled back gives its number back.
   * Where it names no register it is the site's own, kept from its first document on.
   * @throws registerUnknown (400)
   */
  async next(tx: Transaction, act: Act, document: ToNumber): Promise<GivenNumber> {
    const year = registerYear(act.happenedAt);
    const { id, code } = await this.find(tx, act, document);
    const [row] = await tx.query<{ n: number; isFirst: boolean }>(
      `INSERT INTO register_year AS y (register_id, year, first_number, last_number) VALUES ($1, $2, 1, 1)
       ON CONFLICT (register_id, year) DO UPDATE SET last_number = y.last_number + 1 RETURNING last_number AS n, last_number = first_number AS "isFirst"`,
      [id, year],
    );
    const { n, isFirst } = row!;
    if (isFirst) await beginTidyUp(tx, document.siteId, year);
    tx.send('INSERT INTO register_number (register_id, year, number, document_id) VALUES ($1, $2, $3, $4)', [id, year, n, document.documentId]);
    return { registerId: id, year, n, number: registerNumber(code, year, n) };
  }

  /** Where a document stands. */
  async numberOf(tx: Transaction, documentId: string): Promise<Pick<GivenNumber, 'registerId' | 'year' | 'n'>> {
    const [row] = await tx.query<Pick<GivenNumber, 'registerId' | 'year' | 'n'>>(
      'SELECT register_id AS "registerId", year, number AS n FROM register_number WHERE document_id = $1',
      [documentId],
    );
    return row!;
  }

  void(tx: Transaction, documentId: string, reason: string): void {
    tx.send('UPDATE register_number SET void_reason = $2 WHERE document_id = $1', [documentId, reason]);
  }

  private async find(tx: Transaction, act: Act, { siteId, direction, registerId }: ToNumber): Promise<{ id: string; code: string }> {
    const own = { siteId, code: ownRegister[direction] };
    const id = registerId ?? idOf(own);
    const known = await codeOf(tx, id, siteId, direction);
    if (known === undefined && registerId === undefined) await this.insert(tx, act, { ...own, direction, year: registerYear(act.happenedAt), firstNumber: 1 });
    // A register of that name may number the other direction: whoever opened it meant that.
    const code = known ?? (await codeOf(tx, id, siteId, direction));
    if (code === undefined) throw documentErrors.registerUnknown();
    return { id, code };
  }

  /** @returns false where it is kept already */
  private async insert(tx: Transaction, act: Act, { siteId, code, year, firstNumber, direction }: NewRegister): Promise<boolean> {
    const id = idOf({ siteId, code });
    const made = await tx.query(
      'INSERT INTO register (id, site_id, code, direction, version, recorded_at) VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT (site_id, code) DO NOTHING RETURNING id',
      [id, siteId, code, direction, tx.now],
    );
    if (made.length === 0) return false;
    const { actor, happenedAt } = act;
    const data = { code, year, firstNumber, direction };
    this.ledger.append(tx, { type: 'documents.register-opened.v1', aggregateId: id, aggregateVersion: 1, siteId, happenedAt, actor, data });
    return true;
  }
}

function idOf({ siteId, code }: Pick<NewRegister, 'siteId' | 'code'>): string {
  return derivedId('register', siteId, code);
}

async function codeOf(tx: Transaction, id: string, siteId: string, direction: RegisterDirection): Promise<string | undefined> {
  const [row] = await tx.query<{ code: string }>('SELECT code FROM register WHERE id = $1 AND site_id = $2 AND direction = $3', [id, siteId, direction]);
  return row?.code;
}
