import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { AttachmentText } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { Document, Packer, Paragraph } from 'docx';
import JSZip from 'jszip';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Pdf from 'pdfkit';
import sharp from 'sharp';
import { FilesUnderTest, somebody } from '../files.fixture';
import { textLimits } from '../domain/limits';
import { deleteAttachment, lockContent } from '../persistence/attachments';
import { forgetText, keepText } from '../persistence/content-texts';
import { BlobStore } from '../storage/blob-store';
import { extractText } from './text-extractor';

type Bytes = Uint8Array<ArrayBuffer>;
const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const words = '关于冬季防火的通知，消防栓 Fire hydrant 17';

async function pdfOf(options: PDFKit.PDFDocumentOptions, draw: (paper: PDFKit.PDFDocument) => void): Promise<Bytes> {
  const paper = new Pdf({ ...options, info: { Title: newId() } });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise((resolve) => paper.once('end', resolve));
  draw(paper);
  paper.end();
  await whole;
  return new Uint8Array(Buffer.concat(chunks));
}

const written = (options: PDFKit.PDFDocumentOptions = {}): Promise<Bytes> => pdfOf(options, (paper) => paper.font(font).text(words));

/** A PDF of one page whose content is given as it stands in the file. */
function rawPdf(content: Buffer, filter: string): Bytes {
  const parts: Buffer[] = [Buffer.from(`%PDF-1.7\n% ${newId()}\n`)];
  const offsets: number[] = [];
  const object = (...body: Array<string | Buffer>): void => {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${offsets.length} 0 obj\n`), ...body.map((each) => Buffer.from(each as Buffer)), Buffer.from('\nendobj\n'));
  };
  object('<</Type/Catalog/Pages 2 0 R>>');
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
  object('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>');
  object(`<</Length ${content.length}/Filter${filter}>>\nstream\n`, content, '\nendstream');
  const at = Buffer.concat(parts).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`));
  return new Uint8Array(Buffer.concat(parts));
}

async function zipOf(entries: Record<string, string | Buffer>): Promise<Bytes> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(entries)) zip.file(name, content);
  return new Uint8Array(await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

const typesOf = (kind: string): string => `<Types><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`;
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const docxOf = (xml: string | Buffer, more: Record<string, string> = {}): Promise<Bytes> => zipOf({ '[Content_Types].xml': typesOf(main), 'word/document.xml': xml, ...more });

/** Of a process; none where it has ended. */
function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

describe('what files say (W1.3)', () => {
  let files: FilesUnderTest;

  beforeAll(async () => {
    files = await FilesUnderTest.open();
  });
  afterAll(() => files.close());

  const ask = (attachmentId: string): Promise<AttachmentText> => files.textOf(attachmentId);
  const textOf = async (content: Bytes, name: string): Promise<AttachmentText> => {
    const id = await files.uploaded(content, somebody(), name);
    await waitFor(async () => (await ask(id)).state !== 'waiting', { what: `the text of ${name}` });
    return ask(id);
  };

  it('is read of PDF and of DOCX, in Chinese and English, once for each content', async () => {
    const pdf = await written();
    expect(await textOf(pdf, '通知.pdf')).toMatchObject({ state: 'read', text: expect.stringContaining(words) });
    const docx = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words), new Paragraph('A & B <第二段>')] }] })));
    expect(await textOf(docx, '通知.docx')).toMatchObject({ state: 'read', text: expect.stringMatching(/Fire hydrant 17\nA & B <第二段>/) });
    const [kept] = await files.rows<{ n: number }>('SELECT count(*)::int AS n FROM content_text');
    await textOf(pdf, '又一份.pdf');
    expect(await files.rows('SELECT count(*)::int AS n FROM content_text')).toEqual([kept]);
  });

  it('comes with how many pages there are: of a scan, too, of a picture one, of a DOCX nobody knows', async () => {
    const draw = (paper: PDFKit.PDFDocument): void => void paper.rect(10, 10, 200, 200).fill('#999').addPage().addPage().rect(10, 10, 50, 50).fill('#999');
    expect(await textOf(await pdfOf({}, draw), '三页扫描件.pdf')).toEqual({ state: 'none', reason: 'no-words', pages: 3 });
    const twoPages = await pdfOf({}, (paper) => paper.font(font).text(words).addPage().text(words));
    expect(await textOf(twoPages, '两页.pdf')).toMatchObject({ state: 'read', pages: 2 });
    expect(await textOf(await docxOf('<w:t>无页</w:t>'), '无页.docx')).toMatchObject({ state: 'read', pages: null });
    const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } }).png().toBuffer();
    expect(await textOf(new Uint8Array(picture), '照片.png')).toEqual({ state: 'none', reason: 'no-words', pages: 1 });
  });

  it('is read again where it was read before pages were counted, once', async () => {
    const id = await files.uploaded(await written(), somebody(), '旧.pdf');
    await waitFor(async () => (await ask(id)).state === 'read', { what: 'the text' });
    await files.rows('UPDATE content_text SET pages = NULL, counted = false WHERE reason IS NULL');
    expect(await ask(id)).toEqual({ state: 'waiting' });
    await waitFor(async () => (await ask(id)).state === 'read', { what: 'its pages' });
    expect(await ask(id)).toMatchObject({ text: expect.stringContaining(words), pages: 1 });
  });

  it('is nothing, for a reason, where it cannot be read, and the next one is read all the same', async () => {
    const scan = await pdfOf({}, (paper) => paper.rect(10, 10, 200, 200).fill('#999'));
    const cut = (await written()).slice(0, 900);
    const told = [
      await textOf(scan, '扫描件.pdf'),
      await textOf(await written({ userPassword: '1', ownerPassword: '2' }), '加密.pdf'),
      await textOf(cut as Bytes, '残缺.pdf'),
      await textOf(await docxOf('这不是 XML'), '空.docx'),
    ];
    expect(told.map((each) => (each.state === 'none' ? each.reason : each.state))).toEqual(['no-words', 'encrypted', 'broken', 'no-words']);
    expect(await textOf(await written(), '后来.pdf')).toMatchObject({ state: 'read' });
    expect(await ask(newId())).toEqual({ state: 'none', reason: 'gone' });
  });

  it('ends where a DOCX unpacks to more than a paper has, and after so many characters', async () => {
    const paragraph = `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const bomb = await docxOf(Buffer.concat([Buffer.from(paragraph), Buffer.alloc(48 * 1024 * 1024, ' ')]));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await textOf(bomb, '炸弹.docx')).toEqual({ state: 'read', text: expect.stringContaining(words), pages: null });
    const long = (await textOf(await docxOf(paragraph.repeat(20_000)), '长.docx')) as { text: string };
    expect(long.text).toHaveLength(textLimits.characters);
  });

  it('is not read on when reading takes more than it may, or its process ends', async () => {
    const folder = throwawayFolder();
    const path = join(folder, 'a.pdf');
    writeFileSync(path, await written());
    const signal = new AbortController().signal;
    expect(await extractText('pdf', path, signal, { ...textLimits, processorSeconds: 0.05 })).toEqual({ state: 'none', reason: 'too-large', pages: null });
    expect(await extractText('pdf', path, signal, { ...textLimits, mebibytes: 1 })).toEqual({ state: 'none', reason: 'too-large', pages: null });
    const bomb = deflateSync(deflateSync(Buffer.alloc(256 * 1024 * 1024, ' ')));
    expect(bomb.length).toBeLessThan(64 * 1024);
    writeFileSync(join(folder, 'bomb.pdf'), rawPdf(bomb, '[/FlateDecode/FlateDecode]'));
    expect(await extractText('pdf', join(folder, 'bomb.pdf'), signal, { ...textLimits, mebibytes: 160 })).toEqual({ state: 'none', reason: 'too-large', pages: null });
    await expect(extractText('pdf', path, AbortSignal.abort())).rejects.toThrow('aborted');
    rmSync(folder, { recursive: true });
  });

  it('is unknown, and read again, where the machine had no time for it: that says nothing of the file', async () => {
    const folder = throwawayFolder();
    const path = join(folder, 'a.pdf');
    writeFileSync(path, await written());
    const signal = new AbortController().signal;
    await expect(extractText('pdf', path, signal, { ...textLimits, seconds: 0.01 })).rejects.toThrow('the machine had no time for reading it within 0.01 s');
    expect(await extractText('pdf', path, signal)).toMatchObject({ state: 'read' });
    rmSync(folder, { recursive: true });
  });

  it('of bytes that are missing is not known, and read when they were put back', async () => {
    const [bytes, copy, store] = [await written(), join(files.folder, 'copy'), files.part(BlobStore)];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = await files.uploaded(bytes, somebody(), '丢失.pdf');
    files.lose(sha256);
    const looked = jest.spyOn(store, 'withFile');
    // What was written down would not be looked for a second time.
    await waitFor(async () => (await ask(id)).state === 'waiting' && looked.mock.calls.length > 1, { what: 'it to be looked for again' });
    looked.mockRestore();
    writeFileSync(copy, bytes);
    await store.restore(sha256, copy);
    await waitFor(async () => (await ask(id)).state !== 'waiting', { what: 'the text' });
    expect(await ask(id)).toMatchObject({ state: 'read', text: expect.stringContaining(words) });
  });

  it('is asked for again where somebody ended the process that read it', async () => {
    const folder = throwawayFolder();
    const path = join(folder, 'slow.docx');
    writeFileSync(path, await docxOf(Buffer.alloc(24 * 1024 * 1024, '<w:t>x</w:t>')));
    const reading = extractText('docx', path, new AbortController().signal).then(() => 'read', (error: Error) => error.message);
    const pid = await waitFor(async () => readdirSync('/proc').find((each) => /^\d+$/.test(each) && argumentsOf(each).includes(path)), { what: 'the process' });
    process.kill(Number(pid), 'SIGTERM');
    expect(await reading).toBe('ended by SIGTERM');
    rmSync(folder, { recursive: true });
  });

  it('goes with the bytes', async () => {
    const id = await files.uploaded(await written(), somebody(), 'a.pdf');
    await waitFor(async () => (await ask(id)).state === 'read', { what: 'the text' });
    const [{ sha256 }] = (await files.rows<{ sha256: string }>('SELECT sha256 FROM attachment WHERE id = $1', [id])) as [{ sha256: string }];
    await files.discard(id);
    expect(await files.rows('SELECT 1 FROM content_text WHERE sha256 = $1', [sha256])).toEqual([]);
  });

  it('is not kept of bytes that go while it is read', async () => {
    const id = await files.uploaded(await written(), somebody(), 'a.pdf');
    const [{ sha256 }] = (await files.rows<{ sha256: string }>('SELECT sha256 FROM attachment WHERE id = $1', [id])) as [{ sha256: string }];
    let ended = false;
    let keeping: Promise<void> | undefined;
    await files.transaction(async (tx) => {
      await lockContent(tx, sha256, 'alone');
      deleteAttachment(tx, id);
      forgetText(tx, sha256);
      keeping = keepText(files.part(Database), sha256, { state: 'read', text: words, pages: 1 }).then(() => void (ended = true));
      const waits = async (): Promise<boolean> => (await files.rows(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).length > 0;
      await waitFor(async () => ended || (await waits()), { what: 'the text to be kept, or to wait' });
    });
    await keeping;
    expect(await files.rows('SELECT 1 FROM content_text WHERE sha256 = $1', [sha256])).toEqual([]);
  });

  it('files with macros, and what is no document of Word, are refused', async () => {
    const refusal = async (content: Bytes, name: string): Promise<string> => ((await (await files.upload(content, name)).json()) as { code: string }).code;
    const xml = '<w:p/>';
    const odd = await files.upload(await docxOf(xml), '..\\..\\通知\u202excod.exe');
    expect(await odd.json()).toMatchObject({ name: expect.stringMatching(/^通知.*\.docx$/), mediaType: expect.stringContaining('wordprocessingml') });
    await files.leavesNothing(async () => {
      expect(await refusal(await docxOf(xml, { 'word/vbaProject.bin': 'x' }), '改名.docx')).toBe('macros-refused');
      expect(await refusal(await zipOf({ '[Content_Types].xml': typesOf('application/vnd.ms-word.document.macroEnabled.main+xml'), 'word/document.xml': xml }), 'a.docm')).toBe('macros-refused');
      expect(await refusal(await zipOf({ '[Content_Types].xml': typesOf('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'xl/vbaProject.bin': 'x' }), 'a.xlsm')).toBe('macros-refused');
      const renamed = { '[Content_Types].xml': `${typesOf(main)}<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>`, 'word/document.xml': xml, 'word/a.bin': 'x' };
      expect(await refusal(await zipOf(renamed), '改了部件名.docx')).toBe('macros-refused');
      const hidden = `<!-- ${main} -->${' '.repeat(300_000)}${typesOf('application/vnd.ms-word.document.macroEnabled.main+xml')}`;
      expect(await refusal(await zipOf({ '[Content_Types].xml': hidden, 'word/document.xml': xml }), '藏起来.docx')).toBe('word-damaged');
      expect(await refusal(await zipOf({ 'a.txt': 'x' }), 'a.docx')).toBe('file-type-refused');
      expect(await refusal(new Uint8Array(Buffer.from('PK\x03\x04 and nothing else')), 'a.docx')).toBe('word-damaged');
      expect(await refusal(await zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}`, '']))), 'a.docx')).toBe('word-damaged');
    });
  });
});
