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
   * Of what is missing on the disk nothing: archives compare hashes.
   * @throws unknown (404)
   */
  @Post(attachmentBytesPath)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { attachmentId, from }: AttachmentBytesDto): Promise<AttachmentBytes> {
    const attachment = await findAttachment(this.database, attachmentId);
    if (!attachment) throw fileErrors.unknown();
    const bytes = await this.store.open(attachment.sha256, 'original');
    if (!bytes) return { size: 0, base64: '' };
    try {
      const { buffer, bytesRead } = await bytes.handle.read({ buffer: Buffer.alloc(mostBytesTold), position: from });
      return { size: bytes.size, base64: buffer.toString('base64', 0, bytesRead) };
    } finally {
      await bytes.handle.close();
    }
  }
}
