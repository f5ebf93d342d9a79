import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { completenessErrors } from '../../domain/completeness-errors';
import { isPaperCode } from '../../domain/required-papers';
import { CompletenessLists, type CompletenessList } from '../../persistence/completeness-lists';
import type { ListedPaper } from '../../persistence/required-papers';
import type { SetRequiredPaperDto } from './set-required-paper.dto';

/** A paper belongs into each living file of a kind from now on, or is called otherwise: what grows lacks it where it is not there, what was closed does not (W4.1). */
@Injectable()
export class SetRequiredPaperHandler {
  constructor(private readonly lists: CompletenessLists) {}

  /** @throws roleMayNot (403), paperCodeWrong, ofOwnersAlone, ofDevicesAlone, perOwnerStays, the errors of G2 (400), stale (412), matchRequired (428) */
  async execute(tx: Transaction, command: CommandContext, siteId: string, { subject, paper, nameZh, nameEn, perOwner, equipment, ...input }: SetRequiredPaperDto): Promise<CompletenessList> {
    requiredMatch(command);
    const act = actOf(tx, command, siteId, input);
    const list = await this.lists.lock(tx, { siteId, subject });
    assertFresh(command, list.version);
    if (!isPaperCode(paper)) throw completenessErrors.paperCodeWrong();
    if (perOwner && subject !== 'home') throw completenessErrors.ofOwnersAlone();
    if (equipment && subject !== 'device') throw completenessErrors.ofDevicesAlone();
    const before = list.known.find((known) => known.paper === paper);
    // Which of its papers an ownership leaves was decided by it.
    if (before && perOwner !== undefined && perOwner !== before.perOwner) throw completenessErrors.perOwnerStays();
    const set: ListedPaper = { paper, nameZh, nameEn, perOwner: before?.perOwner ?? perOwner ?? false, equipment: equipment ?? null };
    if (!before?.required || !isSame(before, set)) this.lists.set(tx, list, act, set);
    return this.lists.of(tx, list);
  }
}

function isSame(one: ListedPaper, other: ListedPaper): boolean {
  const kinds = ({ equipment }: ListedPaper): string => equipment?.toSorted().join() ?? '';
  return one.nameZh === other.nameZh && one.nameEn === other.nameEn && kinds(one) === kinds(other);
}
