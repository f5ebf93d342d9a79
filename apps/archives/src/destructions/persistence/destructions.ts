import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { destructionErrors } from '../domain/errors';
import type { DestructionEvent } from '../domain/destruction-event';
import { toDestructionEvent } from '../events';
import { Destruction } from './destruction.entity';

export interface Signature {
  n: number;
  personId: string | null;
  linkId: string | null;
  listHash: string;
  happenedAt: Date;
}

/** Destruction lists as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class Destructions {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  async nextNumber(): Promise<string> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('destruction_number')::text AS n`);
    return row!.n;
  }

  insert(tx: Transaction, destruction: Destruction, act: Act, recordIds: string[]): void {
    tx.save(destruction);
    tx.send('INSERT INTO destruction_item (destruction_id, record_id) SELECT $1, unnest($2::uuid[])', [destruction.id, recordIds]);
    tx.send('UPDATE record_listing SET destruction_id = $1 WHERE record_id = ANY ($2)', [destruction.id, recordIds]);
    this.ledger.append(tx, toDestructionEvent(destruction, act, { kind: 'applied', recordIds }));
  }

  /** @throws destructionUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ destruction: Destruction; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'd.id', siteColumn: 'd.site_id', firstParam: 2 });
    const found = await lockThenJudge(tx, lockRow('destruction'), `SELECT 1 FROM destruction d WHERE d.id = $1 AND ${access.sql}`, [id, ...access.params]);
    if (!found) throw destructionErrors.destructionUnknown();
    const destruction = await tx.manager.findOneByOrFail(Destruction, { id });
    assertFresh(command, destruction.version);
    return { destruction, act: actOf(tx, command, destruction.siteId, input, destruction.lastHappenedAt) };
  }

  /** For what follows from a fact, or from a link. @returns undefined where there is none */
  async lockForFact(tx: Transaction, id: string): Promise<Destruction | undefined> {
    return (await tx.manager.findOne(Destruction, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  async one(on: Transaction, id: string): Promise<Destruction> {
    return on.manager.findOneByOrFail(Destruction, { id });
  }

  advance(tx: Transaction, destruction: Destruction, act: Act, event: DestructionEvent, changes: Partial<Destruction> = {}): void {
    const lastHappenedAt = act.happenedAt > destruction.lastHappenedAt ? act.happenedAt : destruction.lastHappenedAt;
    Object.assign(destruction, { ...changes, version: destruction.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(destruction);
    this.ledger.append(tx, toDestructionEvent(destruction, act, event));
  }

  async recordsOf(on: Database | Transaction, id: string): Promise<string[]> {
    return (await on.query<{ id: string }>('SELECT record_id AS id FROM destruction_item WHERE destruction_id = $1 ORDER BY record_id', [id])).map((row) => row.id);
  }

  async witnessesOf(on: Database | Transaction, id: string): Promise<string[]> {
    return (await on.query<{ id: string }>('SELECT person_id AS id FROM destruction_witness WHERE destruction_id = $1 ORDER BY recorded_at, person_id', [id])).map((row) => row.id);
  }

  signaturesOf(on: Database | Transaction, id: string): Promise<Signature[]> {
    return on.query<Signature & Record<string, unknown>>(
      'SELECT n, person_id AS "personId", link_id AS "linkId", list_hash AS "listHash", happened_at AS "happenedAt" FROM destruction_signature WHERE destruction_id = $1 ORDER BY n',
      [id],
    );
  }

  /** What is given up stays appraised; what was refused is due as before. */
  release(tx: Transaction, id: string, how: 'listed' | 'due'): void {
    tx.send(how === 'due' ? 'DELETE FROM record_listing WHERE destruction_id = $1' : 'UPDATE record_listing SET destruction_id = NULL WHERE destruction_id = $1', [id]);
  }
}
