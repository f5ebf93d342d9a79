import { Injectable } from '@nestjs/common';
import { actRole, type Transaction } from '@property-office/persistence';
import { systemActor } from '@property-office/contracts';
import type { Act } from '@property-office/service-kit';
import type { LivingPapers } from '../../../domain/record-event';
import { RecordState } from '../../../persistence/record-state.entity';
import { Records } from '../../../persistence/records';
import { afterDestructionFact } from '../../domain/destruction-states';
import { Destructions } from '../../persistence/destructions';
import type { RegisterEntry, RegisterLine } from '../../register/register-entry';

/**
 * What was destroyed after a backup was made is destroyed again when it is restored (W1.3, W4.4): by the line of the register that was
 * kept outside. As administrator, before any office may open it.
 */
@Injectable()
export class ReapplyDestructionHandler {
  constructor(
    private readonly destructions: Destructions,
    private readonly records: Records,
  ) {}

  async execute(tx: Transaction, { text, hash }: RegisterLine, entry: RegisterEntry): Promise<void> {
    const { n, destructionId, siteId, carriedOut, records } = entry;
    const act: Act = { actor: systemActor, happenedAt: new Date(carriedOut.at) };
    tx.send('INSERT INTO destruction_register (n, destruction_id, site_id, entry, hash, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)', [n, destructionId, siteId, text, hash, tx.now]);
    // Those that were archived after the backup are not in it.
    const there = await tx.query<{ id: string }>(
      'SELECT r.id FROM record r WHERE r.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = r.id) ORDER BY r.id',
      [records.map(({ recordId }) => recordId)],
    );
    const ids = there.map(({ id }) => id);
    await tx.query(`SET LOCAL ROLE ${actRole('archives', 'destroy')}`);
    await tx.query('SELECT wipe_records($1, $2, $3)', [destructionId, ids, act.happenedAt]);
    await tx.query('RESET ROLE');
    await tx.query('DELETE FROM record_listing WHERE record_id = ANY ($1)', [ids]);
    for (const { recordId, archiveNumber, proof, attachmentIds, living } of records.filter((each) => ids.includes(each.recordId))) {
      const state = await tx.manager.findOneByOrFail(RecordState, { id: recordId });
      this.records.advance(tx, { state, archiveNumber, act }, { kind: 'destroyed', destructionId, proof, attachmentIds, living });
    }
    for (const { living } of records.filter((each) => each.living && !ids.includes(each.recordId))) this.markGone(tx, destructionId, living!);
    await this.end(tx, act, entry, hash);
  }

  /** Closed or accepted after the backup, so that no record here says what became of these papers; bytes are wiped all the same. */
  private markGone(tx: Transaction, destructionId: string, { fileId, items }: LivingPapers): void {
    tx.send('INSERT INTO living_paper_gone (file_id, item, destruction_id) SELECT e.file_id, e.item, $3 FROM living_file_entry e WHERE e.file_id = $1 AND e.item = ANY ($2::int[]) ON CONFLICT DO NOTHING', [
      fileId, items, destructionId,
    ]);
  }

  /** A list that the backup knows stands where it stood then. */
  private async end(tx: Transaction, act: Act, { n, destructionId, approved, carriedOut, method }: RegisterEntry, hash: string): Promise<void> {
    const list = await this.destructions.lockForFact(tx, destructionId);
    const state = list && afterDestructionFact(list.state, 'register-reapplied');
    if (!state) return;
    const approval = { approvedBy: approved.by, approvedFor: approved.for, approvedAt: new Date(approved.at) };
    const done = { carriedOutBy: carriedOut.by, carriedOutFor: carriedOut.for, carriedOutAt: new Date(carriedOut.at), method, registerNumber: n };
    this.destructions.advance(tx, list, act, { kind: 'reapplied', registerNumber: n, registerHash: hash }, { state, ...approval, ...done });
  }
}
