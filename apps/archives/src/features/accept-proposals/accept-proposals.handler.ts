import { Injectable } from '@nestjs/common';
import { actorFor } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { lockAlike } from '../../persistence/duplicates';
import { lockClosedOf } from '../../persistence/lock-living-files';
import { Proposals } from '../../persistence/proposals';
import { ReadProposals } from '../../persistence/read-proposals';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import { MonthFacts } from '../../reconciliation/persistence/month-facts';
import { AskSources, type Looked } from '../../sources/ask-sources';
import { AcceptRecord, alikeOf } from '../accept-proposal/accept-record';
import type { AcceptProposalsDto } from './accept-proposals.dto';
import type { AcceptedBatchView } from './accept-proposals.view';

const most = 50;

export interface PreparedBatch {
  proposals: RecordProposal[];
  /** There are others behind them. */
  more: boolean;
  looked: ReadonlyMap<string, Looked>;
}

/** Accepts what waits by the rules of its sources; what may be a duplicate or is not whole is left for somebody to look at (W4.5). */
@Injectable()
export class AcceptProposalsHandler {
  constructor(
    private readonly reading: ReadProposals,
    private readonly sources: AskSources,
    private readonly proposals: Proposals,
    private readonly accept: AcceptRecord,
    private readonly months: MonthFacts,
  ) {}

  /** @throws unavailable (503) */
  async prepare({ principal, operation }: CommandContext, { siteId, source, ids, after }: AcceptProposalsDto): Promise<PreparedBatch> {
    const found = await this.reading.waiting(principal, operation, { siteId, limit: most + 1, ...(source && { source }), ...(ids && { ids }), ...(after && { after }) });
    const proposals = found.slice(0, most);
    return { proposals, more: found.length > most, looked: await this.sources.about(proposals) };
  }

  /** @throws roleMayNot (403), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: AcceptProposalsDto, { proposals, more, looked }: PreparedBatch): Promise<AcceptedBatchView> {
    actorFor(command.principal, command.operation, input.siteId);
    const { happenedAt, lateReason } = input;
    const said = { ...(happenedAt && { happenedAt }), ...(lateReason !== undefined && { lateReason }) };
    const answer: AcceptedBatchView = { accepted: [], left: [], next: more ? proposals.at(-1)!.id : null };
    // Rows in the order of their ids, then the living files they were closed of, their months, what is alike, then the counters in the order of their series: nobody waits in a circle.
    const states = await tx.query<{ id: string; version: number; state: string }>(
      'SELECT id, version, state FROM record_proposal WHERE id = ANY ($1) ORDER BY id FOR UPDATE',
      [proposals.map(({ id }) => id)],
    );
    const prepared = new Map(proposals.map(({ id, version }) => [id, version]));
    const waiting = new Set(states.filter(({ id, version, state }) => state === 'proposed' && version === prepared.get(id)).map(({ id }) => id));
    const whole = proposals.flatMap((proposal) => (waiting.has(proposal.id) && looked.get(proposal.id)?.complete ? [{ proposal, told: looked.get(proposal.id)! }] : []));
    await lockClosedOf(tx, whole.map(({ proposal }) => proposal));
    const months = await this.months.lockAll(tx, whole.map(({ proposal }) => proposal));
    await lockAlike(tx, whole.map(({ proposal, told }) => alikeOf(proposal, told)));
    const inOrder = whole.toSorted((a, b) => (seriesOf(a.proposal) < seriesOf(b.proposal) ? -1 : 1));
    for (const { proposal, told } of inOrder) {
      const { id, number } = proposal;
      if ((await this.accept.duplicates(tx, command.principal, proposal, told)).length > 0) {
        answer.left.push({ id, number, because: 'duplicate' });
        continue;
      }
      const locked = await this.proposals.lockForMove(tx, command, id, 'accept', said);
      const archived = await this.accept.execute(tx, command.principal, locked, told, {});
      answer.accepted.push({ id, recordId: archived.id, archiveNumber: archived.archiveNumber });
    }
    for (const month of months) await this.months.recount(tx, month, 'counted');
    for (const { id, number } of proposals.filter((proposal) => !whole.some((each) => each.proposal === proposal)))
      answer.left.push({ id, number, because: waiting.has(id) ? 'incomplete' : 'changed' });
    return answer;
  }
}

const seriesOf = ({ category, office, retention, datedAt, id }: RecordProposal): string => [category, office, retention, datedAt.toISOString(), id].join(' ');
