import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { listHashOf } from '../../../lists/list-hash';
import { assertNamed } from '../../../lists/persistence/listed-records';
import { Settings } from '../../../persistence/settings';
import { handOverErrors } from '../../domain/errors';
import { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { chosen, lockHandable } from '../../persistence/items';
import type { ApplyForHandOverDto } from './apply-for-hand-over.dto';

export interface PreparedHandOver {
  id: string;
  sequence: string;
}

/** An itemised list of what leaves at the end of a contract (W4.6): from now on it does not change. */
@Injectable()
export class ApplyForHandOverHandler {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly settings: Settings,
  ) {}

  async prepare(): Promise<PreparedHandOver> {
    return { id: newId(), sequence: await this.handOvers.nextNumber() };
  }

  /**
   * @throws roleMayNot (403), handOverScopeWrong, recordCategoryUnknown (400), recordUnknown (404), nothingToHandOver, handOverTooLarge, recordsHeld,
   * recordOut, recordsListed, itemsBeingHandedOver, recordsConfidential (409)
   */
  async execute(tx: Transaction, command: CommandContext, input: ApplyForHandOverDto, { id, sequence }: PreparedHandOver): Promise<HandOver> {
    const { siteId, scope, recordIds, category, fromYear, toYear, subject, buildingIds, confidential = false, receivingBody, reason } = input;
    const act = actOf(tx, command, siteId, input);
    await this.assertScope(tx, input);
    if (scope === 'named') await assertNamed(tx, command.principal, siteId, recordIds!);
    const part = { category: category ?? null, fromYear: fromYear ?? null, toYear: toYear ?? null, subject: subject ?? null, buildingIds: buildingIds ?? null };
    const items = await chosen(tx, command.principal, { siteId, scope, confidential, recordIds: recordIds ?? [], ...part });
    const records = await lockHandable(tx, items, { id, confidential });
    const list = Object.assign(new HandOver(), {
      id,
      number: datedNumber('J', tx.now, sequence),
      siteId,
      version: 1,
      state: 'applied' as const,
      scope,
      ...part,
      confidential,
      receivingBody,
      reason,
      listHash: listHashOf([...records, ...items.livingFiles.map((livingFile) => ({ archiveNumber: 'living-file', proof: livingFile }))]),
      records: items.records.length,
      livingFiles: items.livingFiles.length,
      appliedBy: act.actor.personId,
      appliedFor: act.actor.forPersonId ?? null,
      approvedBy: null,
      approvedFor: null,
      approvedAt: null,
      remarks: null,
      sealedAt: null,
      manifestHash: null,
      handedOverAt: null,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies HandOver);
    this.handOvers.insert(tx, list, act, items);
    return list;
  }

  private async assertScope(tx: Transaction, { siteId, scope, recordIds, category, fromYear, toYear, subject, buildingIds }: ApplyForHandOverDto): Promise<void> {
    if ((scope === 'named') !== (recordIds !== undefined)) throw handOverErrors.handOverScopeWrong('/recordIds');
    if ((scope === 'category') !== (category !== undefined)) throw handOverErrors.handOverScopeWrong('/category');
    const ofYears = fromYear !== undefined || toYear !== undefined;
    if ((ofYears && scope !== 'category' && scope !== 'all') || (fromYear ?? 0) > (toYear ?? Infinity)) throw handOverErrors.handOverScopeWrong('/fromYear');
    if (subject !== undefined && scope !== 'living-files') throw handOverErrors.handOverScopeWrong('/subject');
    if (buildingIds !== undefined && (scope !== 'living-files' || buildingIds.length === 0)) throw handOverErrors.handOverScopeWrong('/buildingIds');
    if (category !== undefined) await this.settings.assertCategory(tx, siteId, category);
  }
}
