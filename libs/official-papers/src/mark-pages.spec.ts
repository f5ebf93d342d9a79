import { spawnSync } from 'node:child_process';
import { textOfPages } from '@property-office/testing';
import { PDFDocument } from 'pdf-lib';
import PdfDocument from 'pdfkit';
import sharp from 'sharp';
import { faces } from './faces';
import { markPages as markPagesIn, UnmarkableError } from './mark-pages';
import { markProgram } from './mark-program';
import { pictureAsPdf, textAsPdf } from './plain-pages';

const plain = (text: string): string => text.replaceAll(/\s/g, '');
const markPages = (pdf: Uint8Array, words: string): Promise<Buffer> => markPagesIn(pdf, words, faces.text);
const mark = '李强 借阅 2026-11-28 21:30';

it('puts the mark on every page, all over it, and leaves what the pages say (W4.3)', async () => {
  const before = await textAsPdf('维修记录', '更换水泵密封圈。\n'.repeat(90));
  const [said, marked] = [await textOfPages(before), await textOfPages(await markPages(before, mark))];
  expect(said.length).toBeGreaterThan(1);
  expect(marked).toHaveLength(said.length);
  for (const text of marked) expect(text.split(mark).length).toBeGreaterThan(5);
  for (const [index, text] of marked.entries()) expect(plain(text)).toMatch(new RegExp(`^${plain(said[index]!)}`));
});

it('takes a picture as a page', async () => {
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#336699' } }).jpeg().toBuffer();
  const [text] = await textOfPages(await markPages(await pictureAsPdf(jpeg), mark));
  expect(text).toContain(mark);
});

async function encrypted(): Promise<Buffer> {
  const document = new PdfDocument({ userPassword: 'secret', ownerPassword: 'secret' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text('hidden').end();
  await new Promise((resolve) => document.on('end', resolve));
  return Buffer.concat(chunks);
}

async function sized(side: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, side]);
  return Buffer.from(await document.save());
}

it.each([
  ['an encrypted one', encrypted()],
  ['no PDF', Buffer.from('not a paper')],
  ['a broken one', Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
  ['an empty one', Buffer.alloc(0)],
  ['one with a page as large as a street', sized(1_000_000_000)],
])('says that %s cannot be marked', async (_, bytes) => {
  await expect(markPages(await bytes, mark)).rejects.toBeInstanceOf(UnmarkableError);
});

it('does so in a process that may read what it needs, write no file and start nothing', async () => {
  const { program, args, reads, inputOf, unmarkable } = markProgram;
  const rights = ['--permission', ...[program, ...reads].map((path) => `--allow-fs-read=${path}`)];
  const run = (pdf: Buffer) => spawnSync(process.execPath, [...rights, program, ...args], { input: inputOf(pdf, mark), maxBuffer: 64 * 1024 * 1024 });
  const { status, stdout } = run(await textAsPdf('维修记录', '更换水泵密封圈。'));
  expect([status, (await textOfPages(stdout))[0]]).toEqual([0, expect.stringContaining(mark)]);
  expect(run(Buffer.from('not a paper'))).toMatchObject({ status: unmarkable, stdout: Buffer.alloc(0) });
});
