import { Injectable } from '@nestjs/common';
import type { Principal, Retention } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { officeCode } from '../../domain/archive-number';
import { carrierOf } from '../../domain/carriers';
import { recordErrors } from '../../domain/errors';
import { isVolumeSource } from '../../domain/living-volumes';
import { proposalErrors } from '../../domain/proposal-errors';
import { isShorter } from '../../domain/retention';
import { pagesNote } from '../../domain/source-pages';
import { Archive, type Archived } from '../../persistence/archive';
import { duplicatesOf, type Alike, type Duplicate } from '../../persistence/duplicates';
import { carryHold } from '../../persistence/holds';
import { sha256 } from '../../persistence/new-record';
import { officeName } from '../../persistence/office-name';
import { Proposals, type LockedProposal } from '../../persistence/proposals';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import { RecordState } from '../../persistence/record-state.entity';
import { Records } from '../../persistence/records';
import { Settings } from '../../persistence/settings';
import type { Looked } from '../../sources/ask-sources';

/** What whoever accepts a proposal says of it; what they leave out is by the rule of its source. */
export interface Choices {
  category?: string;
  office?: string;
  retention?: Retention;
  pages?: number;
  copies?: number;
  keywords?: string[];
  remarks?: string;
  shelf?: string;
  duplicateReason?: string;
}

/** By what records may hold the same as a proposal. */
export function alikeOf({ siteId }: RecordProposal, { matter, files }: Looked): Alike {
  return { siteId, hashes: [...files.map((file) => file.sha256), ...(matter.text === null ? [] : [sha256(matter.text)])], documentNumber: matter.documentNumber };
}

/** Makes a record of a locked proposal: of one, or of each of a batch. Whoever calls has locked the living file it was closed of, and what is alike. */
@Injectable()
export class AcceptRecord {
  constructor(
    private readonly settings: Settings,
    private readonly archive: Archive,
    private readonly proposals: Proposals,
    private readonly records: Records,
  ) {}

  duplicates(tx: Transaction, principal: Principal, proposal: RecordProposal, looked: Looked): Promise<Duplicate[]> {
    return duplicatesOf(tx, principal, alikeOf(proposal, looked));
  }

  /** @throws recordCategoryUnknown, officeCodeWrong, retentionTooShort, pagesKnown (400), recordDuplicate (409) */
  async execute(tx: Transaction, principal: Principal, locked: LockedProposal, looked: Looked, choices: Choices): Promise<Archived> {
    const { proposal, act } = locked;
    const { category = proposal.category, office = proposal.office, retention = proposal.retention, duplicateReason = null, shelf = null } = choices;
    if (!officeCode.test(office)) throw recordErrors.officeCodeWrong();
    if (isShorter(retention, proposal.retention)) throw recordErrors.retentionTooShort(proposal.retention);
    const pages = proposal.pages ?? looked.matter.pages;
    if (pages !== null && (choices.pages ?? pages) !== pages) throw proposalErrors.pagesKnown(pages);
    await this.settings.assertCategory(tx, proposal.siteId, category);
    const duplicates = await this.duplicates(tx, principal, proposal, looked);
    if (duplicates.length > 0 && duplicateReason === null) throw recordErrors.recordDuplicate(duplicates);

    const { id: proposalId, siteId, sourceType, sourceId, sourceNumber, datedAt, confidentiality, legalBasis, basisRank } = proposal;
    const { matter, files } = looked;
    const description = {
      title: matter.title,
      responsibleParty: matter.responsibleParty ?? (await officeName(tx, siteId)),
      documentNumber: matter.documentNumber,
      datedAt,
      // As its source has them; what nobody counted, the archivist may.
      pages: pages ?? choices.pages ?? null,
      copies: proposal.copies ?? matter.copies ?? choices.copies ?? 1,
      carrier: carrierOf(matter.paper, files.length),
      confidentiality,
      confidentialUntil: null,
      keywords: choices.keywords ?? [],
      remarks: [pagesNote(pages, matter.pagesCounted ?? null), choices.remarks].filter(Boolean).join('\n') || null,
    };
    const source = { type: sourceType, id: sourceId, number: sourceNumber };
    const id = derivedId('record', proposalId);
    const record = { id, siteId, category, office, retention, legalBasis, basisRank, oldNumber: null, source, proposalId, shelf, description, files };
    const archived = await this.archive.file(tx, act, { ...record, text: matter.text, trail: matter.trail, duplicateReason: duplicates.length > 0 ? duplicateReason : null });
    if (isVolumeSource(sourceType)) {
      const state = await tx.manager.findOneByOrFail(RecordState, { id });
      await carryHold(tx, this.records, { state, archiveNumber: archived.archiveNumber, act }, sourceId);
    }
    this.proposals.advance(tx, locked, { kind: 'accepted', recordId: id, archiveNumber: archived.archiveNumber }, { recordId: id });
    return archived;
  }
}
