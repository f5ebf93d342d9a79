import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { FieldCipher, takeQuotas } from '@property-office/access';
import { Database } from '@property-office/persistence';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { visitorPhotoLimits } from '../../domain/limits';
import type { AttachmentView } from '../attachment.view';
import { UploadAttachmentHandler } from '../upload-attachment/upload-attachment.handler';

const hour = 3600;
/** Photos without an account: of one visit, from one address, and of everybody, so that nobody fills the disk. */
const most = { visit: 3, source: 20, everybody: 300 };

/** A photo by somebody without an account (W2.6). It counts before its first byte is read, whatever becomes of it. */
@Injectable()
export class UploadVisitorPhotoHandler {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly uploads: UploadAttachmentHandler,
  ) {}

  /** @throws quotaUsedUp (429), fileTypeRefused (415), fileTooLarge (413), and what `UploadAttachmentHandler` throws */
  async execute(
    request: IncomingMessage,
    command: CommandContext,
    source: string,
  ): Promise<Answer<AttachmentView>> {
    try {
      await this.count(command.principal.personId, source);
    } catch (error) {
      // Read away, so that its sender hears the answer.
      request.resume();
      throw error;
    }
    return this.uploads.execute(request, command, visitorPhotoLimits);
  }

  private count(visitor: string, source: string): Promise<void> {
    const ofSource = this.cipher.blindIndex('files.visitor_photo.source', source);
    return this.database.transaction((tx) =>
      takeQuotas(tx, [
        { key: `visitor-photo visit ${visitor}`, most: most.visit, seconds: hour },
        { key: `visitor-photo source ${ofSource}`, most: most.source, seconds: hour },
        { key: 'visitor-photo everybody', most: most.everybody, seconds: hour },
      ]),
    );
  }
}
