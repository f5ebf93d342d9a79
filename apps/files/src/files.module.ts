import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { CONFIGURATION } from '@property-office/service-kit';
import { CheckContentController } from './features/check-content/check-content.controller';
import { ClaimAttachmentsController } from './features/claim-attachments/claim-attachments.controller';
import { ClaimAttachmentsHandler } from './features/claim-attachments/claim-attachments.handler';
import { DescribeAttachmentsController } from './features/describe-attachments/describe-attachments.controller';
import { DiscardUnclaimedHandler } from './features/discard-unclaimed/discard-unclaimed.handler';
import { DiscardUnreferredHandler } from './features/discard-unreferred/discard-unreferred.handler';
import { DownloadAttachmentController } from './features/download-attachment/download-attachment.controller';
import { DownloadAttachmentHandler } from './features/download-attachment/download-attachment.handler';
import { ReadAttachmentBytesController } from './features/read-attachment-bytes/read-attachment-bytes.controller';
import { ReadAttachmentTextController } from './features/read-attachment-text/read-attachment-text.controller';
import { UploadAttachmentController } from './features/upload-attachment/upload-attachment.controller';
import { UploadAttachmentHandler } from './features/upload-attachment/upload-attachment.handler';
import { UploadScanController } from './features/upload-scan/upload-scan.controller';
import { UploadVisitorPhotoController } from './features/upload-visitor-photo/upload-visitor-photo.controller';
import { UploadVisitorPhotoHandler } from './features/upload-visitor-photo/upload-visitor-photo.handler';
import { ContentChecker } from './fixity/content-checker';
import { MultipartBodies } from './http/multipart-bodies';
import { ImageConverter } from './images/image-converter';
import { filesSchema } from './persistence/schema';
import { WipeObjectHandler } from './features/wipe-object/wipe-object.handler';
import { LinkAttachmentsReaction } from './reactions/link-attachments.reaction';
import { WipeDestroyedReaction } from './reactions/wipe-destroyed.reaction';
import { BlobStore } from './storage/blob-store';
import { DraftsCleanUp } from './storage/drafts-clean-up';
import { openStore } from './storage/open-store';
import { StoreCheck } from './storage/store-check';
import { TextReader } from './texts/text-reader';

/** Attachments: their bytes, who may have them, and how long they stay. */
@Module({
  controllers: [
    UploadAttachmentController,
    UploadScanController,
    UploadVisitorPhotoController,
    DownloadAttachmentController,
    ClaimAttachmentsController,
    DescribeAttachmentsController,
    ReadAttachmentBytesController,
    ReadAttachmentTextController,
    CheckContentController,
    LinkAttachmentsReaction,
    WipeDestroyedReaction,
  ],
  providers: [
    UploadAttachmentHandler,
    UploadVisitorPhotoHandler,
    DownloadAttachmentHandler,
    ClaimAttachmentsHandler,
    DiscardUnclaimedHandler,
    DiscardUnreferredHandler,
    WipeObjectHandler,
    ImageConverter,
    MultipartBodies,
    DraftsCleanUp,
    StoreCheck,
    TextReader,
    ContentChecker,
    {
      provide: BlobStore,
      inject: [CONFIGURATION],
      useFactory: openStore,
    },
  ],
})
export class FilesModule {}

export const files: ServiceDefinition = { name: 'files', schema: filesSchema, module: FilesModule };
