import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { recordYear } from '../../../domain/archive-number';
import { Records } from '../../../persistence/records';
import { appraisalStateAfter, destructionErrors } from '../../domain/errors';
import { judgementOf } from '../../domain/judgement';
import type { Appraisal } from '../../persistence/appraisal.entity';
import { Appraisals } from '../../persistence/appraisals';
import { assertNoneHeld, lockRecords } from '../../../lists/persistence/listed-records';

/** What follows from the opinions of at least two people of each record: a new term, or its place on the list (W4.4). */
@Injectable()
export class ConcludeAppraisalHandler {
  constructor(
    private readonly appraisals: Appraisals,
    private readonly records: Records,
  ) {}

  /** @throws appraisalUnknown (404), appraisalMoveIllegal, opinionsMissing, recordsHeld (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Appraisal> {
    const { appraisal, act } = await this.appraisals.lockForAct(tx, command, id, input);
    const next = appraisalStateAfter(appraisal.state, 'conclude');
    const listed = await lockRecords(tx, await this.appraisals.recordsOf(tx, id));
    assertNoneHeld(listed);
    const opinions = await this.appraisals.opinionsOf(tx, id);
    const judged = listed.map((record) => ({ record, judgement: judgementOf(opinions.filter(({ recordId }) => recordId === record.state.id), recordYear(act.happenedAt)) }));
    const missing = judged.filter(({ judgement }) => judgement === undefined);
    if (missing.length > 0) throw destructionErrors.opinionsMissing(missing.map(({ record }) => record.archiveNumber));
    const kept = judged.flatMap(({ record: { state, archiveNumber }, judgement }) => (judgement?.verdict === 'keep' ? [{ state, archiveNumber, keptUntilYear: judgement.keptUntilYear }] : []));
    for (const { state, archiveNumber, keptUntilYear } of kept) {
      tx.send(
        `INSERT INTO record_term (record_id, n, appraisal_id, kept_until_year, recorded_at)
         SELECT $1, 1 + count(*), $2, $3, $4 FROM record_term WHERE record_id = $1`,
        [state.id, id, keptUntilYear, tx.now],
      );
      tx.send('DELETE FROM record_listing WHERE record_id = $1', [state.id]);
      const happenedAt = act.happenedAt > state.lastHappenedAt ? act.happenedAt : state.lastHappenedAt;
      this.records.advance(tx, { state, archiveNumber, act: { ...act, happenedAt } }, { kind: 'kept', appraisalId: id, keptUntilYear });
    }
    const ids = kept.map(({ state, keptUntilYear }) => ({ recordId: state.id, keptUntilYear }));
    const toDestroy = listed.map(({ state: { id: recordId } }) => recordId).filter((recordId) => !ids.some((each) => each.recordId === recordId));
    this.appraisals.advance(tx, appraisal, act, { kind: 'concluded', kept: ids, listed: toDestroy }, { state: next });
    return appraisal;
  }
}
