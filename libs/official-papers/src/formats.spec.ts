import { textOfPages } from '@property-office/testing';
import JSZip from 'jszip';
import { drawPdf } from './draw-pdf';
import { letter, minutes, notice, paragraph } from './paper.fixture';
import { writeDocx } from './write-docx';

interface Read {
  pages: string[];
  fonts: Set<string>;
}

/** What a reader of the PDF finds in it. */
async function read(bytes: Buffer): Promise<Read> {
  const pages = await textOfPages(bytes);
  const fonts = new Set(bytes.toString('latin1').match(/\/FontName \/[A-Z]{6}\+[\w-]+/gu));
  return { pages, fonts };
}

const plain = (text: string): string => text.replaceAll(/\s/gu, '');

test.each([notice, letter, minutes])('a PDF can be read and searched, with its fonts in it ($form)', async (paper) => {
  const { bytes, pages } = await drawPdf(paper);
  const found = await read(bytes);
  expect(found.pages).toHaveLength(pages);
  const words = plain(found.pages.join(''));
  for (const said of [paper.mark, paper.number!, paper.title, paper.body]) expect(words).toContain(plain(said));
  expect(found.fonts.size).toBeGreaterThanOrEqual(3);
});

test('the same paper gives the same bytes', async () => {
  const [one, other] = await Promise.all([drawPdf(notice), drawPdf(notice)]);
  expect(one.bytes.equals(other.bytes)).toBe(true);
});

test('a PDF has as many pages as it says', async () => {
  const long = { ...notice, body: Array(60).fill(paragraph).join('\n') };
  const { bytes, pages } = await drawPdf(long);
  expect(pages).toBeGreaterThan(8);
  expect((await read(bytes)).pages).toHaveLength(pages);
});

test.each([notice, letter, minutes])('a DOCX has the measures and every word of the paper ($form)', async (paper) => {
  const zip = await JSZip.loadAsync(await writeDocx(paper));
  const document = await zip.file('word/document.xml')!.async('string');
  // 37 and 28 mm; 22 lines of 225 mm, exactly.
  expect(document).toContain('w:top="2097"');
  expect(document).toContain('w:left="1587"');
  expect(document).toMatch(/w:line="579"[^>]*w:lineRule="exact"/u);
  const words = plain(document.replaceAll(/<[^>]+>/gu, ''));
  for (const said of [paper.mark, paper.number!, paper.title, paper.body]) expect(words).toContain(plain(said));
  if (paper.signature) expect(words).toContain('2026年11月28日');
  expect(words).toContain('抄送：街道办事处，社区居民委员会。');
  expect(words.includes('印发')).toBe(paper.form !== 'letter');
});

test('whom a paper goes to stands in one row of its imprint, without a rule between, and no page ends within it', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(minutes));
  const document = await zip.file('word/document.xml')!.async('string');
  const rows = document.match(/<w:tr>.*?<\/w:tr>/gu)!;
  expect(rows.map((row) => plain(row.replaceAll(/<[^>]+>/gu, '')))).toEqual(['主送：各部门。抄送：街道办事处，社区居民委员会。', '阳光花园物业管理处办公室2026年11月29日印发']);
  for (const row of rows) expect(row).toMatch(/<w:cantSplit\/>.*<w:keepNext\/>/u);
});

test('markup in a paper is text', async () => {
  const zip = await JSZip.loadAsync(await writeDocx({ ...notice, title: '<b>&amp;</b>' }));
  expect(await zip.file('word/document.xml')!.async('string')).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
});
