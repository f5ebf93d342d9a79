import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { officeCode } from '../../domain/archive-number';
import { recordErrors } from '../../domain/errors';
import { Settings, type KeptRule } from '../../persistence/settings';
import type { SetIntakeRuleDto } from './set-intake-rule.dto';

/** What is proposed of a source from now on; each version stays, with what its retention rests on (Q1, W4.5). */
@Injectable()
export class SetIntakeRuleHandler {
  constructor(private readonly settings: Settings) {}

  /** @throws roleMayNot (403), recordCategoryUnknown, officeCodeWrong, the errors of G2 (400) */
  execute(tx: Transaction, command: CommandContext, { siteId, source, category, office, retention, legalBasis, basisRank, ...input }: SetIntakeRuleDto): Promise<KeptRule> {
    const act = actOf(tx, command, siteId, input);
    if (!officeCode.test(office)) throw recordErrors.officeCodeWrong();
    return this.settings.setRule(tx, act, siteId, source, { category, office, retention, legalBasis, basisRank });
  }
}
