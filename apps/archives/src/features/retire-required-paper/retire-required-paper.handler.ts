import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { completenessErrors } from '../../domain/completeness-errors';
import { CompletenessLists, type CompletenessList } from '../../persistence/completeness-lists';
import { listedPapers } from '../../persistence/required-papers';
import type { RetireRequiredPaperDto } from './retire-required-paper.dto';

/** A paper is wanted no longer: what grows lacks it no more, what was closed without it stays so, and what was filed as it stays where it is (W4.1). */
@Injectable()
export class RetireRequiredPaperHandler {
  constructor(private readonly lists: CompletenessLists) {}

  /** @throws roleMayNot (403), paperKindUnknown, the errors of G2 (400), paperRetired (409), stale (412), matchRequired (428) */
  async execute(tx: Transaction, command: CommandContext, siteId: string, { subject, paper, reason, ...input }: RetireRequiredPaperDto): Promise<CompletenessList> {
    requiredMatch(command);
    const act = actOf(tx, command, siteId, input);
    const list = await this.lists.lock(tx, { siteId, subject });
    assertFresh(command, list.version);
    const listed = listedPapers(list.known);
    const retired = listed.find((known) => known.paper === paper);
    if (!retired && list.known.some((known) => known.paper === paper)) throw completenessErrors.paperRetired();
    if (!retired) throw livingFileErrors.paperKindUnknown(listed.map((known) => known.paper));
    this.lists.retire(tx, list, act, retired, reason);
    return this.lists.of(tx, list);
  }
}
