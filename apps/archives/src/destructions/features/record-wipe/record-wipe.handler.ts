import { Injectable } from '@nestjs/common';
import type { EventData } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterDestructionFact } from '../../domain/destruction-states';
import { Destructions } from '../../persistence/destructions';

/** Files says what became of the bytes of a destroyed record; when it has of all, the certificate is whole. */
@Injectable()
export class RecordWipeHandler {
  constructor(private readonly destructions: Destructions) {}

  async execute(tx: Transaction, act: Act, { objectId, wiped, kept }: EventData<'files.contents-wiped.v1'>): Promise<void> {
    const [destroyed] = await tx.query<{ id: string }>('SELECT destruction_id AS id FROM record_destruction WHERE record_id = $1', [objectId]);
    // Of no record that was destroyed here: it came too late, or of an office that was restored since.
    if (!destroyed) return;
    const destruction = await this.destructions.lockForFact(tx, destroyed.id);
    await tx.query(
      'INSERT INTO destruction_wipe (record_id, destruction_id, wiped, kept, recorded_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [objectId, destroyed.id, wiped, JSON.stringify(kept), tx.now],
    );
    const state = destruction && afterDestructionFact(destruction.state, 'contents-wiped');
    if (!state) return;
    const [heard] = await tx.query<{ records: number; wiped: number; kept: number }>(
      `SELECT count(*)::int AS records, coalesce(sum(cardinality(wiped)), 0)::int AS wiped, coalesce(sum(jsonb_array_length(kept)), 0)::int AS kept
       FROM destruction_wipe WHERE destruction_id = $1`,
      [destroyed.id],
    );
    if (heard!.records < (await this.destructions.recordsOf(tx, destroyed.id)).length) return;
    this.destructions.advance(tx, destruction, act, { kind: 'certified', wiped: heard!.wiped, kept: heard!.kept }, { state });
  }
}
