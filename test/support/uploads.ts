import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import type { Answer } from './http';
import type { Session } from './session';

export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export const attachmentsPath = '/api/attachments';
export const scansPath = '/api/scans';

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

/** One that says something in English, as its own file has it. */
export function writtenPdf(words: string): Buffer {
  const content = `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = `%PDF-1.7\n% ${randomUUID()}\n`;
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(`${file}xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`);
}

/** A document of Word of one paragraph. @param more parts of it */
export async function docxOf(words: string, more: Record<string, string> = {}): Promise<Buffer> {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  };
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer' });
}
