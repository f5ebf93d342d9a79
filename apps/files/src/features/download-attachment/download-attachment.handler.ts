import { Injectable, Logger } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { fileErrors } from '../../domain/errors';
import { findAttachment, type Attachment } from '../../persistence/attachments';
import { isQuarantined } from '../../persistence/content-fixity';
import { BlobStore, type Rendition } from '../../storage/blob-store';
import type { OpenedBytes } from '../../storage/named-bytes';
import type { DownloadAttachmentQuery } from './download-attachment.query';

export interface Download {
  attachment: Attachment;
  rendition: Rendition;
  bytes: OpenedBytes;
}

/** Finds what somebody may have: by a signed link, or as its uploader until an object has it. */
@Injectable()
export class DownloadAttachmentHandler {
  private readonly log = new Logger('Attachments');

  constructor(
    private readonly database: Database,
    private readonly links: AttachmentLinks,
    private readonly store: BlobStore,
  ) {}

  /** @throws unknown (404), linkExpired (403), quarantined, contentMissing (409), unavailable (503) */
  async execute(
    id: string,
    query: DownloadAttachmentQuery,
    principal: Principal | undefined,
  ): Promise<Download> {
    const isSigned = this.isSigned(id, query);
    const attachment = await findAttachment(this.database, id);
    if (!attachment || !(isSigned || isOwn(attachment, principal))) throw fileErrors.unknown();
    if (await isQuarantined(this.database, attachment.sha256)) throw fileErrors.quarantined();
    const rendition = query.thumbnail ? 'thumbnail' : 'original';
    const bytes = await this.store.open(attachment.sha256, rendition);
    if (bytes) return { attachment, rendition, bytes };
    if (rendition === 'thumbnail') throw fileErrors.unknown();
    this.log.error(`the bytes ${attachment.sha256} are missing`);
    throw fileErrors.contentMissing();
  }

  private isSigned(id: string, { until, signature }: DownloadAttachmentQuery): boolean {
    if (until === undefined || signature === undefined) return false;
    const judgement = this.links.judge(id, until, signature);
    if (judgement === 'expired') throw fileErrors.linkExpired();
    return judgement === 'good';
  }
}

function isOwn({ uploaderId, linkedTo }: Attachment, principal: Principal | undefined): boolean {
  return linkedTo.length === 0 && principal?.personId === uploaderId;
}
