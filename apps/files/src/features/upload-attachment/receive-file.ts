import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { fileErrors } from '../../domain/errors';
import type { UploadLimits } from '../../domain/limits';
import { sniff, sniffedBytes, type MediaType } from '../../domain/media-type';
import { writeFile, type WrittenFile } from '../../storage/written-file';

export interface ReceivedFile extends WrittenFile {
  /** As the client called it. */
  name: string | undefined;
  mediaType: MediaType;
}

/**
 * Writes the one file of a multipart body to a draft as it arrives. The rest of a body that is refused is read away, so
 * that its sender hears the answer.
 * @throws fileMissing, fileEmpty, uploadBroken (400), fileTooLarge (413), multipartExpected, fileTypeRefused (415)
 */
export async function receiveFile(
  request: IncomingMessage,
  draft: string,
  limits: UploadLimits,
): Promise<ReceivedFile> {
  const parser = parserOf(request, limits);
  let arriving: BusboyFileStream | undefined;
  let file: Promise<ReceivedFile> | undefined;
  const whole = new Promise<void>((resolve, reject) => {
    const broken = (): void => reject(fileErrors.uploadBroken());
    const refused = (): void => reject(fileErrors.fileMissing());
    parser.once('finish', resolve).on('error', broken);
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.once(limit, refused);
    request.once('error', broken).once('close', () => {
      if (!request.readableEnded) broken();
    });
    parser.on('file', (field, stream, name) => {
      // Errors reach whoever reads it; with nobody reading any more they would end the process.
      stream.on('error', () => undefined);
      if (field !== 'file') {
        stream.resume();
        return refused();
      }
      arriving = stream;
      file = writeReceived(stream, name, draft, limits);
      file.catch(reject);
    });
    request.pipe(parser);
  });
  try {
    await whole;
    if (!file) throw fileErrors.fileMissing();
    return await file;
  } catch (error) {
    request.unpipe(parser);
    request.resume();
    parser.destroy();
    arriving?.destroy(error as Error);
    // Whoever gave the draft removes it now: it must not be written any more.
    await file?.catch(() => undefined);
    throw error;
  }
}

function parserOf(request: IncomingMessage, { largest }: UploadLimits): BusboyInstance {
  // A body of JSON has been read by now.
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
    throw fileErrors.multipartExpected();
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: { fileSize: largest, files: 1, fields: 0, parts: 1, headerPairs: 20, headerSize: 8192 },
    });
  } catch {
    // multipart without a boundary, or with one that cannot be.
    request.resume();
    throw fileErrors.uploadBroken();
  }
}

async function writeReceived(
  stream: BusboyFileStream,
  name: string | undefined,
  draft: string,
  limits: UploadLimits,
): Promise<ReceivedFile> {
  const known: { type?: MediaType } = {};
  const written = await writeFile(draft, inspected(stream, known, limits));
  if (written.size === 0) throw fileErrors.fileEmpty();
  if (!known.type) throw fileErrors.fileTypeRefused(limits.types);
  return { ...written, name, mediaType: known.type };
}

/** Ends a file that is none of ours by its first bytes, and one that is too large when it gets so. */
async function* inspected(
  stream: BusboyFileStream,
  known: { type?: MediaType },
  { largest, types }: UploadLimits,
): AsyncGenerator<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  stream.once('limit', () => stream.destroy(fileErrors.fileTooLarge(largest)));
  try {
    for await (const chunk of stream as Readable as AsyncIterable<Buffer>) {
      if (!known.type) {
        head = Buffer.concat([head, chunk.subarray(0, sniffedBytes)]);
        const type = sniff(head);
        if (type && types.includes(type)) known.type = type;
        else if (head.length >= sniffedBytes) throw fileErrors.fileTypeRefused(types);
      }
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'DomainError' ? error : fileErrors.uploadBroken();
  }
}
