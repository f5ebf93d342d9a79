import { widthOf } from './break-lines';
import { chineseDate } from './elements';
import { layOut, titleLines } from './lay-out';
import { area, areaBottom, areaRight, linePitch, mm, page } from './measures';
import { letter, minutes, notice, paragraph } from './paper.fixture';
import type { Page, PlacedText } from './typesetter';

const lineOf = (pages: Page[], text: string) => pages.flatMap(({ texts }) => texts).find((placed) => placed.text.includes(text))!;
const baselines = ({ texts }: Page) => [...new Set(texts.map(({ baseline }) => Math.round(baseline * 100) / 100))].sort((a, b) => a - b);
const inArea = (pages: Page[]) => pages.flatMap(({ texts }) => texts).filter(({ text }) => !text.startsWith('—'));

test('a page of text has 22 lines, one line pitch apart', () => {
  const pages = layOut({ ...notice, body: Array(40).fill(paragraph).join('\n') });
  const lines = baselines({ ...pages[1]!, texts: pages[1]!.texts.filter(({ text }) => !text.startsWith('—')) });
  expect(lines).toHaveLength(22);
  for (let at = 1; at < lines.length; at += 1) expect(lines[at]! - lines[at - 1]!).toBeCloseTo(linePitch, 1);
  expect(lines[0]).toBeGreaterThan(area.top);
  expect(lines.at(-1)).toBeLessThan(areaBottom);
});

test.each([notice, letter, minutes])('everything stands inside the type area but the mark of a letter', (paper) => {
  for (const { text, x, baseline } of inArea(layOut(paper))) {
    expect(x).toBeGreaterThanOrEqual(area.left - 0.1);
    if (text !== letter.mark) expect(baseline).toBeGreaterThan(area.top);
    expect(baseline).toBeLessThan(areaBottom);
  }
});

test('the mark begins 35 mm below the top of the area, red; the rule stands 4 mm below the number (7.2)', () => {
  const pages = layOut(notice);
  const mark = lineOf(pages, notice.mark);
  expect(mark.baseline - 0.88 * mark.size).toBeCloseTo(area.top + 35 * mm, 0);
  expect(mark.color).toBe('#c00000');
  const [rule] = pages[0]!.rules;
  expect(rule).toMatchObject({ x: area.left, width: area.width, color: '#c00000' });
  expect(rule!.y - (lineOf(pages, '〔2026〕').baseline - 0.38 * 16 + linePitch / 2)).toBeCloseTo(4 * mm, 1);
});

test('a letter has its mark 30 mm below the edge, double rules of 170 mm, and no number on its first page (10.1)', () => {
  const pages = layOut({ ...letter, body: Array(10).fill(paragraph).join('\n') });
  const mark = lineOf(pages, letter.mark);
  expect(mark.baseline - 0.88 * mark.size).toBeCloseTo(30 * mm, 0);
  expect(pages[0]!.rules.map(({ width }) => Math.round(width / mm))).toEqual([170, 170, 170, 170]);
  expect(pages[0]!.rules.at(-1)!.y).toBeCloseTo(page.height - 20 * mm, 1);
  expect(pages.map(({ texts }) => texts.some(({ text }) => text.startsWith('—')))).toEqual([false, true, true]);
});

test('page numbers stand on the outer side, 7 mm below the area (7.5)', () => {
  const pages = layOut({ ...notice, body: Array(20).fill(paragraph).join('\n') });
  const [odd, even] = pages.map(({ texts }) => texts.find(({ text }) => text.startsWith('—'))!);
  expect([odd!.text, even!.text]).toEqual(['— 1 —', '— 2 —']);
  expect(odd!.x).toBeGreaterThan(areaRight - 30 * mm);
  expect(even!.x).toBeCloseTo(area.left + 14, 1);
  expect(odd!.baseline - 0.88 * 14).toBeCloseTo(areaBottom + 7 * mm, 1);
});

test('the signature stands on a page with text, however long the text is (7.3.5)', () => {
  for (let length = 1; length <= 45; length += 1) {
    const pages = layOut({ ...notice, attachments: [], note: null, imprint: null, body: `${'检查'.repeat(14 * length)}完` });
    const signed = pages.find(({ texts }) => texts.some(({ text }) => text === '2026年11月28日'))!;
    expect(signed.texts.some(({ text }) => text.includes('完') || text.includes('检查'))).toBe(true);
    expect(signed.texts.some(({ text }) => text === notice.signature)).toBe(true);
  }
});

test('the office stands in the middle above the date, which ends four characters from the right', () => {
  const pages = layOut(notice);
  const texts = pages.flatMap((each) => each.texts);
  const [office, date] = [notice.signature, '2026年11月28日'].map((said) => texts.find(({ text }) => text === said)!) as [PlacedText, PlacedText];
  expect(date.baseline - office.baseline).toBeCloseTo(linePitch, 1);
  expect(office.x).toBeGreaterThan(area.left + area.width / 2);
  const long = layOut({ ...notice, signature: '阳光花园物业管理处消防安全专项检查工作领导小组办公室' });
  expect(lineOf(long, '领导小组').x).toBeGreaterThan(area.left);
});

test('the imprint ends with the area of the last page, between rules (7.4)', () => {
  const pages = layOut(notice);
  const rules = pages.at(-1)!.rules.filter(({ color }) => color === '#000000');
  expect(rules.map(({ thickness }) => Math.round((thickness / mm) * 100))).toEqual([35, 25, 35]);
  expect(rules.at(-1)!.y).toBeCloseTo(areaBottom, 1);
  expect(lineOf(pages, '印发').text).toBe('2026年11月29日印发');
});

test('a letter names who else has it at the foot of its last page, without rules, office or date (10.1)', () => {
  const pages = layOut(letter);
  expect(lineOf(pages, '抄送：').baseline).toBeGreaterThan(areaBottom - 2 * linePitch);
  expect(pages.flatMap(({ rules }) => rules).filter(({ color }) => color === '#000000')).toEqual([]);
  expect(lineOf(pages, '印发')).toBeUndefined();
});

test('of as many as there are units none stands outside of the area, and the office below them all (7.4)', () => {
  const copiesTo = Array.from({ length: 100 }, (_, n) => `第${n + 1}社区居民委员会物业服务监督工作小组`).join('，');
  for (const paper of [notice, letter, minutes]) {
    const pages = layOut({ ...paper, imprint: { ...paper.imprint!, copiesTo } });
    const said = pages.flatMap(({ texts }) => texts).map(({ text }) => text).join('');
    expect(said).toContain('第100社区');
    for (const { baseline } of pages.slice(1).flatMap(({ texts }) => texts).filter(({ text }) => !text.startsWith('— '))) {
      expect(baseline).toBeGreaterThan(area.top);
      expect(baseline).toBeLessThan(areaBottom);
    }
    if (paper.imprint!.printed) expect(pages.at(-1)!.texts.map(({ text }) => text)).toContain('2026年11月29日印发');
  }
});

test('an office of forty characters stands inside the area as signature and in the imprint, beside its date', () => {
  const office = '阳光花园物业服务有限责任公司第一物业管理处综合管理部客户服务中心办公室值班组一二三四五';
  const pages = layOut({ ...notice, signature: office, imprint: { ...notice.imprint!, printed: { office, date: '2026-11-29' } } });
  for (const { x } of inArea(pages)) expect(x).toBeGreaterThanOrEqual(area.left - 0.5);
  const [date] = pages.at(-1)!.texts.filter(({ text }) => text.endsWith('印发'));
  const beside = pages.at(-1)!.texts.find(({ text, baseline }) => baseline === date!.baseline && text !== date!.text)!;
  expect(office.endsWith(beside.text)).toBe(true);
  expect(beside.x + widthOf(beside.text, beside.face, beside.size)).toBeLessThan(date!.x);
});

test('two hundred who were there are named, page after page', () => {
  const present = Array.from({ length: 200 }, (_, n) => `业主代表 第${n + 1}号楼张某某`).join('、');
  const pages = layOut({ ...minutes, attendance: { present, absent: '刘工', observers: null } });
  const said = pages.flatMap(({ texts }) => texts).map(({ text }) => text).join('');
  expect(said).toContain('第200号楼');
  expect(lineOf(pages, '请假：')).toBeDefined();
  expect(pages.flatMap(({ texts }) => texts).filter(({ text, baseline }) => baseline > areaBottom && !text.startsWith('— '))).toEqual([]);
});

test('minutes name whom they go to in the imprint, above who else has them (7.4.2)', () => {
  const pages = layOut(minutes);
  const [to, copies] = [lineOf(pages, '主送：各部门。'), lineOf(pages, '抄送：')];
  expect(to.x).toBe(copies.x);
  expect(to.baseline).toBeLessThan(copies.baseline);
  const between = pages.at(-1)!.rules.filter(({ y }) => y > to.baseline && y < copies.baseline);
  expect(between).toEqual([]);
});

test('copy number, confidentiality and urgency stand above each other, first of all (7.2)', () => {
  const pages = layOut({ ...notice, copyNumber: '000003', confidentiality: '秘密★1年', urgency: '特急', signer: '李主任' });
  const [number, secret, urgent] = ['000003', '秘密★1年', '特急'].map((text) => lineOf(pages, text));
  expect(number!.baseline).toBeLessThan(secret!.baseline);
  expect(secret!.baseline).toBeLessThan(urgent!.baseline);
  expect([number!.face, secret!.face]).toEqual(['text', 'heading']);
  expect(lineOf(pages, '签发人：李主任').baseline).toBeCloseTo(lineOf(pages, '〔2026〕').baseline, 1);
});

test('headings have the face of their level; text behind one on its line has its own', () => {
  const { texts } = layOut(notice)[0]!;
  const faceOf = (begins: string) => texts.find(({ text }) => text.startsWith(begins))!.face;
  expect([faceOf('一、检查范围'), faceOf('（一）地下车库。'), faceOf('重点检查'), faceOf('1. 水压')]).toEqual(['heading', 'subheading', 'text', 'text']);
});

test('minutes say who was there, and bear no signature', () => {
  const texts = layOut(minutes).flatMap((each) => each.texts.map(({ text }) => text));
  expect(texts).toEqual(expect.arrayContaining(['出席：', '李主任、王芳、张工', '请假：', '刘工']));
  expect(texts).not.toContain('列席：');
  expect(texts).not.toContain('2026年11月28日');
});

test('a title breaks into lines of about the same length, or where it says so', () => {
  const words = (title: string) => titleLines(title).map(({ runs }) => runs.map(({ text }) => text).join(''));
  expect(words('关于更换路灯的通知')).toEqual(['关于更换路灯的通知']);
  expect(words(notice.title).map((line) => line.length)).toEqual([13, 13]);
  expect(words('阳光花园\n关于更换路灯的通知')).toEqual(['阳光花园', '关于更换路灯的通知']);
});

test('a date has no leading zeros', () => expect(chineseDate('2026-03-05')).toBe('2026年3月5日'));
