import { Injectable } from '@nestjs/common';
import { grantAccess, shieldObject } from '@property-office/access';
import { datedNumber, systemActor } from '@property-office/contracts';
import { derivedId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Proposals } from '../../persistence/proposals';
import { RecordProposal } from '../../persistence/record-proposal.entity';
import { Settings } from '../../persistence/settings';
import { MonthFacts } from '../../reconciliation/persistence/month-facts';
import type { Proposed } from './proposed';

/** An event elsewhere proposes a record, by the rule of its source, once (W4.5). */
@Injectable()
export class ProposeRecordHandler {
  constructor(
    private readonly settings: Settings,
    private readonly proposals: Proposals,
    private readonly months: MonthFacts,
  ) {}

  /** What happened in a month that is over changes that. */
  async execute(tx: Transaction, act: Act, proposed: Proposed): Promise<void> {
    const month = await this.months.lockOf(tx, proposed.siteId, act.happenedAt);
    if ((await tx.query('SELECT 1 FROM record_proposal WHERE source_event_id = $1', [proposed.eventId])).length > 0) return;
    await this.insert(tx, act, proposed);
    if (month) await this.months.changed(tx, month, 'late-event');
  }

  /** For whoever knows that it is not proposed, and holds the month. */
  async insert(tx: Transaction, act: Act, { eventId, siteId, source, hiddenFrom, datedAt, confidentiality, title, pages, copies, attachmentIds }: Proposed): Promise<void> {
    await this.settings.begin(tx, siteId);
    const { category, office, retention, legalBasis, basisRank } = await this.settings.ruleFor(tx, siteId, source.type);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('proposal_number') AS n`);
    const number = datedNumber('A', tx.now, row!.n);
    const searched = searchText(number, source.number, title);
    const proposal = Object.assign(new RecordProposal(), {
      id: derivedId('record-proposal', eventId),
      number,
      siteId,
      version: 1,
      state: 'proposed' as const,
      sourceType: source.type,
      sourceId: source.id,
      sourceNumber: source.number,
      sourceEventId: eventId,
      filedBy: act.actor.personId,
      datedAt,
      title,
      pages,
      copies,
      confidentiality,
      confidentialUntil: null,
      category,
      office,
      retention,
      legalBasis,
      basisRank,
      attachmentIds,
      addedIds: [],
      remarks: null,
      returnedReason: null,
      recordId: null,
      searchText: searched,
      searchWords: searchWords(searched),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies RecordProposal);
    this.proposals.insert(tx, proposal, act);
    if (hiddenFrom) shieldObject(tx, source.id, hiddenFrom);
    // Whoever filed it sees what becomes of it, and proposes it again where it came back.
    if (proposal.filedBy !== systemActor.personId)
      grantAccess(tx, { objectId: proposal.id, siteId, subject: `person:${proposal.filedBy}`, right: 'act', sourceVersion: 1 });
  }
}
