import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { destructionErrors } from '../domain/errors';
import type { AppraisalEvent } from '../domain/appraisal-event';
import type { Opinion } from '../domain/judgement';
import { toAppraisalEvent } from '../events';
import { Appraisal } from './appraisal.entity';

export interface StoredOpinion extends Opinion {
  reason: string;
  happenedAt: Date;
}

export interface Outcome {
  kept: boolean;
  destructionId: string | null;
}

/** Appraisals as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class Appraisals {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  async nextNumber(): Promise<string> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('appraisal_number')::text AS n`);
    return row!.n;
  }

  insert(tx: Transaction, appraisal: Appraisal, act: Act, recordIds: string[], appraiserIds: string[]): void {
    tx.save(appraisal);
    const { id } = appraisal;
    tx.send('INSERT INTO appraisal_item (appraisal_id, record_id) SELECT $1, unnest($2::uuid[])', [id, recordIds]);
    tx.send('INSERT INTO record_listing (appraisal_id, record_id) SELECT $1, unnest($2::uuid[])', [id, recordIds]);
    tx.send('INSERT INTO appraiser (appraisal_id, person_id) SELECT $1, unnest($2::uuid[])', [id, appraiserIds]);
    this.ledger.append(tx, toAppraisalEvent(appraisal, act, { kind: 'started', recordIds, appraiserIds }));
  }

  /** @throws appraisalUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ appraisal: Appraisal; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'a.id', siteColumn: 'a.site_id', firstParam: 2 });
    const found = await lockThenJudge(tx, lockRow('appraisal'), `SELECT 1 FROM appraisal a WHERE a.id = $1 AND ${access.sql}`, [id, ...access.params]);
    if (!found) throw destructionErrors.appraisalUnknown();
    const appraisal = await tx.manager.findOneByOrFail(Appraisal, { id });
    assertFresh(command, appraisal.version);
    return { appraisal, act: actOf(tx, command, appraisal.siteId, input, appraisal.lastHappenedAt) };
  }

  advance(tx: Transaction, appraisal: Appraisal, act: Act, event: AppraisalEvent, changes: Partial<Appraisal> = {}): void {
    Object.assign(appraisal, { ...changes, version: appraisal.version + 1, lastHappenedAt: act.happenedAt, changedAt: tx.now });
    tx.save(appraisal);
    this.ledger.append(tx, toAppraisalEvent(appraisal, act, event));
  }

  async recordsOf(on: Database | Transaction, id: string): Promise<string[]> {
    return (await on.query<{ id: string }>('SELECT record_id AS id FROM appraisal_item WHERE appraisal_id = $1 ORDER BY record_id', [id])).map((row) => row.id);
  }

  async appraisersOf(on: Database | Transaction, id: string): Promise<string[]> {
    return (await on.query<{ id: string }>('SELECT person_id AS id FROM appraiser WHERE appraisal_id = $1 ORDER BY person_id', [id])).map((row) => row.id);
  }

  /** What became of its records since it was concluded. */
  async outcomesOf(on: Database | Transaction, id: string): Promise<Map<string, Outcome>> {
    const rows = await on.query<Outcome & { recordId: string } & Record<string, unknown>>(
      `SELECT i.record_id AS "recordId", EXISTS (SELECT 1 FROM record_term t WHERE t.record_id = i.record_id AND t.appraisal_id = $1) AS kept,
         coalesce(l.destruction_id, x.destruction_id) AS "destructionId"
       FROM appraisal_item i LEFT JOIN record_listing l ON l.record_id = i.record_id AND l.appraisal_id = $1 LEFT JOIN record_destruction x ON x.record_id = i.record_id
       WHERE i.appraisal_id = $1`,
      [id],
    );
    return new Map(rows.map(({ recordId, kept, destructionId }) => [recordId, { kept, destructionId }]));
  }

  opinionsOf(on: Database | Transaction, id: string): Promise<StoredOpinion[]> {
    return on.query<StoredOpinion & Record<string, unknown>>(
      `SELECT record_id AS "recordId", person_id AS "personId", verdict, retention, reason, happened_at AS "happenedAt"
       FROM appraisal_opinion WHERE appraisal_id = $1 ORDER BY recorded_at, person_id, record_id`,
      [id],
    );
  }
}
