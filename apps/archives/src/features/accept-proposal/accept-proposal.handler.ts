import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, type CommandContext } from '@property-office/service-kit';
import { proposalErrors } from '../../domain/proposal-errors';
import type { Archived } from '../../persistence/archive';
import { lockAlike } from '../../persistence/duplicates';
import { lockClosedOf } from '../../persistence/lock-living-files';
import { Proposals } from '../../persistence/proposals';
import { ReadProposals } from '../../persistence/read-proposals';
import { MonthFacts } from '../../reconciliation/persistence/month-facts';
import { AskSources, type Looked } from '../../sources/ask-sources';
import type { AcceptProposalDto } from './accept-proposal.dto';
import { AcceptRecord, alikeOf } from './accept-record';

/** What is looked up before the transaction, of the proposal as it was then. */
export interface PreparedAcceptance {
  looked: Looked;
  version: number;
}

/** Somebody keeps what was proposed as a record, with the final text and how it was handled (W4.5). */
@Injectable()
export class AcceptProposalHandler {
  constructor(
    private readonly reading: ReadProposals,
    private readonly sources: AskSources,
    private readonly proposals: Proposals,
    private readonly accept: AcceptRecord,
    private readonly months: MonthFacts,
  ) {}

  /** @throws proposalUnknown (404), proposalIncomplete (409), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string): Promise<PreparedAcceptance> {
    const proposal = await this.reading.one(principal, id, operation);
    if (!proposal) throw proposalErrors.proposalUnknown();
    const looked = (await this.sources.about([proposal])).get(id);
    if (!looked?.complete) throw proposalErrors.proposalIncomplete();
    return { looked, version: proposal.version };
  }

  /** @throws proposalUnknown (404), recordCategoryUnknown, officeCodeWrong, retentionTooShort, pagesKnown (400), proposalMoveIllegal, recordDuplicate (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AcceptProposalDto, { looked, version }: PreparedAcceptance): Promise<Archived> {
    const locked = await this.proposals.lockForMove(tx, command, id, 'accept', input);
    // Files may have been added since.
    if (locked.proposal.version !== version) throw requestErrors.stale();
    await lockClosedOf(tx, [locked.proposal]);
    const month = await this.months.lockFor(tx, locked.proposal);
    await lockAlike(tx, [alikeOf(locked.proposal, looked)]);
    const archived = await this.accept.execute(tx, command.principal, locked, looked, input);
    if (month) await this.months.recount(tx, month, 'counted');
    return archived;
  }
}
