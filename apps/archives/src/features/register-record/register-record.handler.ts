import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { ClaimedAttachment } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { officeCode } from '../../domain/archive-number';
import { carrierOf } from '../../domain/carriers';
import { recordErrors } from '../../domain/errors';
import { ownTable } from '../../domain/shipped-settings';
import { Archive, type Archived } from '../../persistence/archive';
import { duplicatesOf, lockAlike } from '../../persistence/duplicates';
import { Settings } from '../../persistence/settings';
import type { RegisterRecordDto } from './register-record.dto';

/** What is looked up before the transaction. */
export interface PreparedRecord {
  id: string;
  files: ClaimedAttachment[];
}

/** Catalogues by hand what no event proposed: paper that was kept before, or a catalogue that is carried on (W4.1). */
@Injectable()
export class RegisterRecordHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly settings: Settings,
    private readonly archive: Archive,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { attachmentIds }: RegisterRecordDto): Promise<PreparedRecord> {
    const id = newId();
    return { id, files: await this.attachments.claim(attachmentIds, principal.personId, { type: 'record', id }) };
  }

  /**
   * @throws roleMayNot (403), nothingToArchive, officeCodeWrong, recordCategoryUnknown, datedInFuture, termWithoutConfidence, termOver, the
   *   errors of G2 (400), recordDuplicate, oldNumberTaken (409)
   */
  async execute(tx: Transaction, command: CommandContext, input: RegisterRecordDto, { id, files }: PreparedRecord): Promise<Archived> {
    const { siteId, category, office, retention, legalBasis, basisRank, oldNumber = null, duplicateReason = null, shelf = null, title, datedAt } = input;
    const { carrier = carrierOf(false, files.length), confidentiality = 'internal', confidentialUntil = null, documentNumber = null } = input;
    const act = actOf(tx, command, siteId, input);
    if (files.length === 0 && carrier !== 'paper') throw recordErrors.nothingToArchive();
    if (!officeCode.test(office)) throw recordErrors.officeCodeWrong();
    if (datedAt > tx.now) throw recordErrors.datedInFuture();
    if (confidentialUntil && confidentiality !== 'confidential') throw recordErrors.termWithoutConfidence();
    if (confidentialUntil && confidentialUntil <= tx.now) throw recordErrors.termOver();
    await this.settings.begin(tx, siteId);
    await this.settings.assertCategory(tx, siteId, category);
    const alike = { siteId, hashes: files.map(({ sha256 }) => sha256), documentNumber, oldNumber };
    await lockAlike(tx, [alike]);
    const duplicates = await duplicatesOf(tx, command.principal, alike);
    if (duplicates.length > 0 && duplicateReason === null) throw recordErrors.recordDuplicate(duplicates);
    const { responsibleParty, pages = null, copies = 1, keywords = [], remarks = null } = input;
    const description = { title, responsibleParty, documentNumber, datedAt, pages, copies, carrier, confidentiality, confidentialUntil, keywords, remarks };
    const basis = { legalBasis: legalBasis ?? ownTable.legalBasis, basisRank: basisRank ?? ownTable.basisRank };
    const record = { id, siteId, category, office, retention, ...basis, oldNumber, source: null, proposalId: null, shelf, description, files, text: null, trail: [] };
    return this.archive.file(tx, act, { ...record, duplicateReason: duplicates.length > 0 ? duplicateReason : null });
  }
}
