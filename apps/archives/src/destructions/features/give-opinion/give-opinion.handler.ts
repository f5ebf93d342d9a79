import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../../domain/errors';
import { appraisalStateAfter, destructionErrors } from '../../domain/errors';
import type { Appraisal } from '../../persistence/appraisal.entity';
import { Appraisals } from '../../persistence/appraisals';
import { assertNoneHeld, lockRecords, visibleOf } from '../../../lists/persistence/listed-records';
import type { GiveOpinionDto } from './give-opinion.dto';

/** Whoever is named for it says, for themselves and with a reason, what is to become of records they may see (W4.4). */
@Injectable()
export class GiveOpinionHandler {
  constructor(private readonly appraisals: Appraisals) {}

  /** @throws appraisalUnknown, recordUnknown (404), termMissing (400), appraisalMoveIllegal, opinionGiven, recordsHeld (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { recordIds: named, verdict, retention, reason, ...input }: GiveOpinionDto): Promise<Appraisal> {
    const { appraisal, act } = await this.appraisals.lockForAct(tx, command, id, input);
    const { personId } = command.principal;
    appraisalStateAfter(appraisal.state, 'give-opinion');
    if (!(await this.appraisals.appraisersOf(tx, id)).includes(personId)) throw destructionErrors.appraisalUnknown();
    if ((verdict === 'keep') !== (retention !== undefined)) throw destructionErrors.termMissing();
    const visible = await visibleOf(tx, command.principal, 'archives.readRecord', await this.appraisals.recordsOf(tx, id));
    if (named?.some((each) => !visible.has(each))) throw recordErrors.recordUnknown();
    const judged = new Set((await this.appraisals.opinionsOf(tx, id)).filter((each) => each.personId === personId).map(({ recordId }) => recordId));
    const recordIds = named ?? [...visible].filter((each) => !judged.has(each)).toSorted();
    if (recordIds.length === 0 || recordIds.some((each) => judged.has(each))) throw destructionErrors.opinionGiven();
    assertNoneHeld(await lockRecords(tx, recordIds));
    tx.send(
      `INSERT INTO appraisal_opinion (appraisal_id, record_id, person_id, verdict, retention, reason, happened_at, recorded_at)
       SELECT $1, unnest($2::uuid[]), $3, $4, $5, $6, $7, $8`,
      [id, recordIds, personId, verdict, retention ?? null, reason, act.happenedAt, tx.now],
    );
    this.appraisals.advance(tx, appraisal, act, { kind: 'opinion-given', recordIds, verdict, retention: retention ?? null });
    return appraisal;
  }
}
