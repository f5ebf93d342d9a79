import { randomUUID } from 'node:crypto';
import type { Answer } from './http';
import type { Session } from './session';

export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export const attachmentsPath = '/api/attachments';

/** Sends a file as a browser's form does. */
export function upload<T = AttachmentView>(
  person: Session,
  content: Uint8Array,
  name: string,
  path = attachmentsPath,
): Promise<Answer<T>> {
  const boundary = `form-${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return person.send<T>('POST', path, body, {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': randomUUID() },
  });
}

/** A document of so many bytes, like no other. */
export function pdfOf(size: number): Buffer {
  const bytes = Buffer.alloc(size, ' ');
  bytes.write(`%PDF-1.7\n% ${randomUUID()}\n`);
  return bytes;
}
