import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { CaseNumbers } from '../../persistence/case-numbers';
import { unnamed } from '../../persistence/complaints';
import { Places } from '../../persistence/places';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { SuggestionClocks } from '../../persistence/suggestion-clocks';
import { FileSuggestion } from './file-suggestion';
import type { RecordSuggestionDto } from './record-suggestion.dto';

export interface PreparedSuggestion {
  id: string;
  siteId: string;
  sequence: number;
  rules: RuleBook;
}

/** Takes a suggestion from a resident, from staff, or from the desk on somebody's behalf (W2.3). */
@Injectable()
export class RecordSuggestionHandler {
  constructor(
    private readonly places: Places,
    private readonly numbers: CaseNumbers,
    private readonly clocks: SuggestionClocks,
    private readonly attachments: AttachmentClaims,
    private readonly file: FileSuggestion,
  ) {}

  /** @throws siteUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { siteId, attachmentIds }: RecordSuggestionDto): Promise<PreparedSuggestion> {
    const ownHome = principal.homes[0];
    const site = siteId ?? (ownHome && (await this.places.find(ownHome))?.siteId);
    if (site === undefined) throw complaintErrors.siteUnknown('/siteId');
    const id = newId();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'suggestion', id });
    return { id, siteId: site, sequence: await this.numbers.next('suggestion_number'), rules: await this.clocks.book() };
  }

  /** @throws complaintOnBehalf, roleMayNot (403) */
  execute(tx: Transaction, command: CommandContext, input: RecordSuggestionDto, prepared: PreparedSuggestion): Suggestion {
    const act = actOf(tx, command, prepared.siteId, input);
    const { role } = act.actor;
    const byDesk = role === 'desk' || role === 'desk-lead';
    if (!byDesk && (input.onBehalfOf || input.contact)) throw complaintErrors.complaintOnBehalf();
    const own = !byDesk || input.onBehalfOf === command.principal.personId;
    return this.file.execute(tx, own ? unnamed(act) : act, {
      ...prepared,
      words: input.words,
      madeBy: own ? command.principal.personId : (input.onBehalfOf ?? null),
      contact: input.contact ?? null,
      attachmentIds: input.attachmentIds ?? [],
    });
  }
}
