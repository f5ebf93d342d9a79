import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { attachmentTextPath, type AttachmentText, type AttachmentTextAsked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Id } from '@property-office/service-kit';
import { findAttachment } from '../../persistence/attachments';
import { TextReader } from '../../texts/text-reader';

export class ReadAttachmentTextDto implements AttachmentTextAsked {
  @Id({ label: { zh: '附件', en: 'attachment' } })
  attachmentId!: string;
}

/** What an attachment of a document or record says, for their search (W1.3, W4.2). */
@Controller()
export class ReadAttachmentTextController {
  constructor(
    private readonly database: Database,
    private readonly reader: TextReader,
  ) {}

  @Post(attachmentTextPath)
  @HttpCode(200)
  @Internal('documents', 'archives')
  async read(@Body() { attachmentId }: ReadAttachmentTextDto): Promise<AttachmentText> {
    const attachment = await findAttachment(this.database, attachmentId);
    return attachment ? this.reader.ask(attachment) : { state: 'none', reason: 'gone' };
  }
}
