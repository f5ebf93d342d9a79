import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { destructionErrors } from '../../domain/errors';
import { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { assertNamed, assertFree, lockRecords } from '../../../lists/persistence/listed-records';
import { listHashOf } from '../../../lists/list-hash';
import type { PreparedList } from '../start-appraisal/start-appraisal.handler';
import type { ApplyForDestructionDto } from './apply-for-destruction.dto';

/** A list of records that two people or more would destroy (W4.4): from now on it does not change. */
@Injectable()
export class ApplyForDestructionHandler {
  constructor(private readonly destructions: Destructions) {}

  async prepare(): Promise<PreparedList> {
    return { id: newId(), sequence: await this.destructions.nextNumber() };
  }

  /** @throws roleMayNot (403), nothingNamed (400), recordUnknown (404), recordsNotListed, recordsHeld (409) */
  async execute(tx: Transaction, command: CommandContext, input: ApplyForDestructionDto, { id, sequence }: PreparedList): Promise<Destruction> {
    const { siteId, recordIds, reason } = input;
    const act = actOf(tx, command, siteId, input);
    await assertNamed(tx, command.principal, siteId, recordIds);
    const records = await lockRecords(tx, recordIds);
    const unlisted = records.filter(({ appraised, destructionId, destroyed }) => !appraised || destructionId !== null || destroyed);
    if (unlisted.length > 0) throw destructionErrors.recordsNotListed(unlisted.map(({ archiveNumber }) => archiveNumber));
    await assertFree(tx, records);
    const destruction = Object.assign(new Destruction(), {
      id,
      number: datedNumber('X', tx.now, sequence),
      siteId,
      version: 1,
      state: 'applied' as const,
      reason,
      listHash: listHashOf(records),
      appliedBy: act.actor.personId,
      appliedFor: act.actor.forPersonId ?? null,
      approvedBy: null,
      approvedFor: null,
      approvedAt: null,
      remarks: null,
      carriedOutBy: null,
      carriedOutFor: null,
      carriedOutAt: null,
      method: null,
      registerNumber: null,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    this.destructions.insert(tx, destruction, act, recordIds);
    return destruction;
  }
}
