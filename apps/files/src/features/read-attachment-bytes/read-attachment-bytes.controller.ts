import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { attachmentBytesPath, mostBytesTold, type AttachmentBytes, type AttachmentBytesAsked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Id, WholeNumber } from '@property-office/service-kit';
import { fileErrors } from '../../domain/errors';
import { scanLimits } from '../../domain/limits';
import { findAttachment } from '../../persistence/attachments';
import { BlobStore } from '../../storage/blob-store';

export class AttachmentBytesDto implements AttachmentBytesAsked {
  @Id({ label: { zh: '附件', en: 'attachment' } })
  attachmentId!: string;

  @WholeNumber({ label: { zh: '起始字节', en: 'first byte' }, min: 0, max: scanLimits.largest })
  from!: number;
}

/** What an attachment holds, piece by piece: for archives, which put a mark on each page of what they lend or copy. */
@Controller()
export class ReadAttachmentBytesController {
  constructor(
    private readonly database: Database,
    private readonly store: BlobStore,
  ) {}

  /**
   * Of what is missing in the store nothing: archives compare hashes.
   * @throws unknown (404), unavailable (503)
   */
  @Post(attachmentBytesPath)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { attachmentId, from }: AttachmentBytesDto): Promise<AttachmentBytes> {
    const attachment = await findAttachment(this.database, attachmentId);
    if (!attachment) throw fileErrors.unknown();
    const read = await this.store.read(attachment.sha256, from, mostBytesTold);
    return read ? { size: read.size, base64: read.part.toString('base64') } : { size: 0, base64: '' };
  }
}
