import { Injectable } from '@nestjs/common';
import { grantAccess, shieldObject, type Shielded } from '@property-office/access';
import { systemActor, type Confidentiality } from '@property-office/contracts';
import { derivedId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { proposalNumber } from '../../domain/archive-number';
import type { RecordOrigin } from '../../persistence/new-record';
import { Proposals } from '../../persistence/proposals';
import { RecordProposal } from '../../persistence/record-proposal.entity';
import { Settings } from '../../persistence/settings';

/** What an event says of something that may be a record. */
export interface Proposed {
  eventId: string;
  siteId: string;
  source: RecordOrigin;
  datedAt: Date;
  confidentiality: Confidentiality;
  title: string | null;
  pages: number | null;
  copies: number | null;
  attachmentIds: string[];
  /** From whom it is hidden whatever their roles (W2.3). */
  hiddenFrom?: Shielded;
}

/** An event elsewhere proposes a record, by the rule of its source, once (W4.5). */
@Injectable()
export class ProposeRecordHandler {
  constructor(
    private readonly settings: Settings,
    private readonly proposals: Proposals,
  ) {}

  async execute(tx: Transaction, act: Act, { eventId, siteId, source, hiddenFrom, datedAt, confidentiality, title, pages, copies, attachmentIds }: Proposed): Promise<void> {
    if ((await tx.query('SELECT 1 FROM record_proposal WHERE source_event_id = $1', [eventId])).length > 0) return;
    await this.settings.begin(tx, siteId);
    const { category, office, retention, legalBasis, basisRank } = await this.settings.ruleFor(tx, siteId, source.type);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('proposal_number') AS n`);
    const number = proposalNumber(tx.now, row!.n);
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
