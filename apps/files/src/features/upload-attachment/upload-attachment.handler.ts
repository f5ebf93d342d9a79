import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import {
  Commands,
  created,
  requestErrors,
  requestHash,
  type Answer,
  type CommandContext,
} from '@property-office/service-kit';
import { setTimer } from '@property-office/timers';
import { unclaimedMs } from '../../domain/claim';
import { requireAllowance } from '../../domain/allowance';
import { leastRoom, type UploadLimits } from '../../domain/limits';
import { fileNameOf } from '../../domain/file-name';
import { isImage, wordDocument } from '../../domain/media-type';
import { ImageConverter } from '../../images/image-converter';
import { insertAttachment, lockContent, type Attachment } from '../../persistence/attachments';
import { lockUploader, unlinkedOf } from '../../persistence/uploads';
import { BlobStore } from '../../storage/blob-store';
import { Drafts } from '../../storage/drafts';
import { syncFile, type WrittenFile } from '../../storage/written-file';
import { requireWordDocument } from '../../texts/word-document';
import { viewOf, type AttachmentView } from '../attachment.view';
import { expiryTimer } from '../discard-unclaimed/expiry-timer';
import { DiscardUnclaimedHandler } from '../discard-unclaimed/discard-unclaimed.handler';
import { receiveFile, type ReceivedFile } from './receive-file';

/** What is to be stored, as drafts. */
interface Content {
  original: WrittenFile;
  thumbnail?: WrittenFile;
  width: number | null;
  height: number | null;
}

/** Whoever removed the same content came between storing it and holding it. */
class BytesGone extends Error {}

/** Somebody would have to remove them each time. */
const mostTimes = 3;

/** Takes in a file: received, looked at, re-encoded, on the disk, and only then recorded. */
@Injectable()
export class UploadAttachmentHandler {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly store: BlobStore,
    private readonly images: ImageConverter,
    private readonly discarding: DiscardUnclaimedHandler,
  ) {}

  /**
   * @throws the errors of `receiveFile`, `requireWordDocument` and `ImageConverter`, uploadsUsedUp (429), unavailable (503) when the disk is full or
   *   nearly so, or the store away
   */
  async execute(
    request: IncomingMessage,
    command: CommandContext,
    limits: UploadLimits,
  ): Promise<Answer<AttachmentView>> {
    const uploaderId = command.principal.personId;
    try {
      await this.requireRoom(uploaderId, announcedSize(request, limits));
    } catch (error) {
      // Read away, so that its sender hears the answer.
      request.resume();
      throw error;
    }
    const drafts = new Drafts(this.store.drafts);
    try {
      const received = await receiveFile(request, await drafts.next(), limits);
      const content = await this.convert(uploaderId, received, drafts);
      return await this.record(keyedByContent(command, received), received, content);
    } catch (error) {
      throw isOutOfRoom(error)
        ? Object.assign(requestErrors.unavailable({}, { retryAfter: 60 }), { cause: error })
        : error;
    } finally {
      await drafts.discard();
    }
  }

  /** Before the first byte is read. What counts against the allowance is known when it is stored: an image may be smaller then. */
  private async requireRoom(uploaderId: string, announced: number): Promise<void> {
    requireAllowance(await unlinkedOf(this.database, uploaderId), 1);
    if ((await this.store.drafts.room()) < leastRoom + announced)
      throw requestErrors.unavailable({}, { retryAfter: 60 });
  }

  private async convert(uploaderId: string, received: ReceivedFile, drafts: Drafts): Promise<Content> {
    const { mediaType, path } = received;
    if (mediaType === wordDocument) await requireWordDocument(path);
    if (!isImage(mediaType)) return { original: received, width: null, height: null };
    const into = { image: await drafts.next(), thumbnail: await drafts.next() };
    const { width, height } = await this.images.convert(uploaderId, path, mediaType, into);
    return { original: await syncFile(into.image), thumbnail: await syncFile(into.thumbnail), width, height };
  }

  private async record(
    command: CommandContext,
    { name, mediaType }: ReceivedFile,
    content: Content,
  ): Promise<Answer<AttachmentView>> {
    const { original, width, height } = content;
    const { sha256, size } = original;
    const uploaderId = command.principal.personId;
    const about = {
      uploaderId,
      name: fileNameOf(name, mediaType),
      mediaType,
      size,
      width,
      height,
      sha256,
      linkedTo: [],
    };
    const id = newId();
    let isNew = false;
    try {
      const answer = await this.keeping(content, () =>
        this.commands.run(command, async (tx) => {
          await lockUploader(tx, uploaderId);
          requireAllowance(await unlinkedOf(tx, uploaderId), size);
          await this.hold(tx, content);
          const expiresAt = new Date(tx.now.getTime() + unclaimedMs);
          const attachment: Attachment = { id, ...about, expiresAt };
          insertAttachment(tx, attachment);
          setTimer(tx, expiryTimer(id, expiresAt));
          return created(`/api/attachments/${id}`, viewOf(attachment));
        }),
      );
      isNew = answer.body.id === id;
      return answer;
    } finally {
      // Where storing or recording failed, and of a repeat that came out different, nothing refers to what was stored. What cannot
      // be removed now, `DiscardUnreferredHandler` finds.
      if (!isNew) await this.discarding.removeUnreferred(sha256).catch(() => undefined);
    }
  }

  /** Stores bytes before the transaction that records them, and once more where they were removed in between. */
  private async keeping<T>(content: Content, record: () => Promise<T>): Promise<T> {
    for (let time = 1; ; time += 1) {
      await this.keep(content);
      try {
        return await record();
      } catch (error) {
        if (!(error instanceof BytesGone)) throw error;
        if (time === mostTimes) throw requestErrors.unavailable({}, { retryAfter: 1 });
      }
    }
  }

  /** From here until COMMIT nobody removes these bytes. @throws BytesGone where somebody has before */
  private async hold(tx: Transaction, { original, thumbnail }: Content): Promise<void> {
    await lockContent(tx, original.sha256, 'shared');
    if (!(await this.store.has(original.sha256, thumbnail ? ['original', 'thumbnail'] : ['original']))) throw new BytesGone();
  }

  private async keep({ original, thumbnail }: Content): Promise<void> {
    await this.store.keep(original, original.sha256, 'original');
    if (thumbnail) await this.store.keep(thumbnail, original.sha256, 'thumbnail');
  }
}

/** Bytes that may come: of a body without a length as many as are taken, and no more of one that says more, which is refused as it comes. */
function announcedSize({ headers }: IncomingMessage, { largest }: UploadLimits): number {
  return Math.min(Number(headers['content-length'] ?? largest), largest);
}

/** A repeat is the same request when it brings the same bytes under the same name. */
function keyedByContent(command: CommandContext, { sha256, name }: ReceivedFile): CommandContext {
  const { idempotency } = command;
  if (!idempotency) return command;
  const hash = requestHash('POST', '/api/attachments', { sha256, name });
  return { ...command, idempotency: { key: idempotency.key, requestHash: hash } };
}

function isOutOfRoom(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string };
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS';
}
