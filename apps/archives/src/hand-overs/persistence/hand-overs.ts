import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import type { HandOverPart } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { handOverErrors } from '../domain/errors';
import type { HandOverEvent } from '../domain/hand-over-event';
import type { NamedPart } from '../domain/parts';
import { toHandOverEvent } from '../events';
import { HandOver } from './hand-over.entity';

export interface HandOverSignature {
  part: HandOverPart;
  personId: string | null;
  linkId: string | null;
  manifestHash: string;
  happenedAt: Date;
}

export interface Party {
  part: NamedPart;
  personId: string;
}

/** What is on a list, by id. */
export interface Chosen {
  records: string[];
  livingFiles: string[];
}

/** Hand-overs as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  async nextNumber(): Promise<string> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('hand_over_number')::text AS n`);
    return row!.n;
  }

  insert(tx: Transaction, list: HandOver, act: Act, { records, livingFiles }: Chosen): void {
    tx.save(list);
    for (const [kind, ids] of [['record', records], ['living-file', livingFiles]] as const)
      tx.send('INSERT INTO hand_over_item (hand_over_id, item_id, kind) SELECT $1, unnest($2::uuid[]), $3', [list.id, ids, kind]);
    tx.send('INSERT INTO handing_over (hand_over_id, item_id) SELECT $1, unnest($2::uuid[])', [list.id, [...records, ...livingFiles]]);
    this.ledger.append(tx, toHandOverEvent(list, act, { kind: 'applied' }));
  }

  /** @throws handOverUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ list: HandOver; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'h.id', siteColumn: 'h.site_id', firstParam: 2 });
    const found = await lockThenJudge(tx, lockRow('hand_over'), `SELECT 1 FROM hand_over h WHERE h.id = $1 AND ${access.sql}`, [id, ...access.params]);
    if (!found) throw handOverErrors.handOverUnknown();
    const list = await this.one(tx, id);
    assertFresh(command, list.version);
    return { list, act: actOf(tx, command, list.siteId, input, list.lastHappenedAt) };
  }

  /** For what follows from a link. */
  async lockForLink(tx: Transaction, id: string): Promise<HandOver> {
    await tx.query(lockRow('hand_over'), [id]);
    return this.one(tx, id);
  }

  one(tx: Transaction, id: string): Promise<HandOver> {
    return tx.manager.findOneByOrFail(HandOver, { id });
  }

  advance(tx: Transaction, list: HandOver, act: Act, event: HandOverEvent, changes: Partial<HandOver> = {}, named: readonly string[] = []): void {
    const lastHappenedAt = act.happenedAt > list.lastHappenedAt ? act.happenedAt : list.lastHappenedAt;
    Object.assign(list, { ...changes, version: list.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(list);
    this.ledger.append(tx, toHandOverEvent(list, act, event, named));
  }

  async itemsOf(on: Database | Transaction, id: string): Promise<Chosen> {
    const rows = await on.query<{ kind: string; id: string }>('SELECT kind, item_id AS id FROM hand_over_item WHERE hand_over_id = $1 ORDER BY item_id', [id]);
    const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id);
    return { records: of('record'), livingFiles: of('living-file') };
  }

  partiesOf(on: Database | Transaction, id: string): Promise<Party[]> {
    return on.query<Party & Record<string, unknown>>('SELECT part, person_id AS "personId" FROM hand_over_party WHERE hand_over_id = $1 ORDER BY recorded_at, person_id', [id]);
  }

  signaturesOf(on: Database | Transaction, id: string): Promise<HandOverSignature[]> {
    return on.query<HandOverSignature & Record<string, unknown>>(
      `SELECT part, person_id AS "personId", link_id AS "linkId", manifest_hash AS "manifestHash", happened_at AS "happenedAt" FROM hand_over_signature
       WHERE hand_over_id = $1 ORDER BY recorded_at, part`,
      [id],
    );
  }

  /** Its items are on no list any more. */
  release(tx: Transaction, id: string): void {
    tx.send('DELETE FROM handing_over WHERE hand_over_id = $1', [id]);
  }
}
