import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { datedNumber } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { assertColleague } from '../../../persistence/colleagues';
import { destructionErrors } from '../../domain/errors';
import { fewestOpinions } from '../../domain/judgement';
import { Appraisal } from '../../persistence/appraisal.entity';
import { Appraisals } from '../../persistence/appraisals';
import { assertNamed, lockRecords } from '../../../lists/persistence/listed-records';
import type { StartAppraisalDto } from './start-appraisal.dto';

export interface PreparedList {
  id: string;
  sequence: string;
}

/** Named records that are due, before people who are named for it (W4.4): nothing gets on a list by itself. */
@Injectable()
export class StartAppraisalHandler {
  constructor(private readonly appraisals: Appraisals) {}

  async prepare(): Promise<PreparedList> {
    return { id: newId(), sequence: await this.appraisals.nextNumber() };
  }

  /** @throws roleMayNot (403), nothingNamed, appraisersTooFew, staffUnknown (400), recordUnknown (404), recordsNotDue (409) */
  async execute(tx: Transaction, command: CommandContext, input: StartAppraisalDto, { id, sequence }: PreparedList): Promise<Appraisal> {
    const { siteId, recordIds, appraiserIds } = input;
    const act = actOf(tx, command, siteId, input);
    if (appraiserIds.length < fewestOpinions) throw destructionErrors.appraisersTooFew();
    for (const [index, personId] of appraiserIds.entries()) await assertColleague(tx, personId, siteId, `/appraiserIds/${index}`);
    await assertNamed(tx, command.principal, siteId, recordIds);
    const records = await lockRecords(tx, recordIds);
    const notDue = records.filter(({ over, destroyed, appraisalId, handOverId, state }) => !over || destroyed || appraisalId !== null || handOverId !== null || state.held);
    if (notDue.length > 0) throw destructionErrors.recordsNotDue(notDue.map(({ archiveNumber }) => archiveNumber));
    const appraisal = Object.assign(new Appraisal(), {
      id,
      number: datedNumber('D', tx.now, sequence),
      siteId,
      version: 1,
      state: 'open' as const,
      startedBy: act.actor.personId,
      startedFor: act.actor.forPersonId ?? null,
      remarks: null,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    this.appraisals.insert(tx, appraisal, act, recordIds, appraiserIds);
    for (const personId of appraiserIds) grantAccess(tx, { objectId: id, siteId, subject: `person:${personId}`, right: 'act', sourceVersion: 1 });
    return appraisal;
  }
}
