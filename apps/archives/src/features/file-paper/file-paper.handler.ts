import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { ClaimedAttachment } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { otherPaper } from '../../domain/required-papers';
import { LivingFiles } from '../../persistence/living-files';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import type { FilePaperDto } from './file-paper.dto';

/** Puts a paper into the file of a home or device; one of the checklist closes its gap. */
@Injectable()
export class FilePaperHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly reading: ReadLivingFiles,
    private readonly files: LivingFiles,
  ) {}

  /** @throws livingFileUnknown (404), livingFileHandedOver (409), paperKindUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string, { paper, attachmentIds }: FilePaperDto): Promise<ClaimedAttachment[]> {
    const file = await this.reading.one(principal, id, operation);
    if (!file) throw livingFileErrors.livingFileUnknown();
    // Nothing is claimed for it.
    if (file.handedOverAt) throw livingFileErrors.livingFileHandedOver();
    const known = [...(await this.reading.papersOf(file)), otherPaper];
    if (!known.includes(paper)) throw livingFileErrors.paperKindUnknown(known);
    return this.attachments.claim(attachmentIds, principal.personId, { type: 'living-file', id });
  }

  /** @throws livingFileUnknown (404), livingFileHandedOver, livingPaperDestroyed (409), the errors of G2 (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { paper, title, happenedAt, lateReason }: FilePaperDto, files: ClaimedAttachment[]): Promise<void> {
    const said = { ...(happenedAt && { happenedAt }), ...(lateReason !== undefined && { lateReason }) };
    const locked = await this.files.lockForAct(tx, command, id, said);
    if (await this.files.destroyedAny(tx, id, files)) throw livingFileErrors.livingPaperDestroyed();
    await this.files.put(tx, locked, { paper, title, files });
  }
}
