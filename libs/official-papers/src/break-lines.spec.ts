import fc from 'fast-check';
import { breakLines, widthOf } from './break-lines';
import { area, size } from './measures';

const lines = (text: string, more = {}) => breakLines([{ text, face: 'text' }], { size: size.text, width: area.width, ...more });
const words = (text: string, more = {}) => lines(text, more).map(({ runs }) => runs.map((run) => run.text).join(''));

test('28 full-width characters fill a line (5.2.3)', () => {
  expect(words('检'.repeat(57)).map((line) => line.length)).toEqual([28, 28, 1]);
  expect(words('检'.repeat(57), { firstIndent: (2 * area.width) / 28 }).map((line) => line.length)).toEqual([26, 28, 3]);
});

test('no line begins with what closes or ends with what opens', () => {
  const text = '检'.repeat(28) + '。' + '查'.repeat(26) + '（'.repeat(1) + '关'.repeat(10) + '）';
  for (const line of words(text)) {
    expect(line).not.toMatch(/^[。）]/u);
    expect(line).not.toMatch(/（$/u);
  }
});

test('a word stays whole, unless it is longer than a line', () => {
  expect(words('检'.repeat(26) + ' Maintenance')).toEqual(['检'.repeat(26) + ' ', 'Maintenance']);
  expect(words('x'.repeat(400)).every((line) => line.length > 20)).toBe(true);
});

test('what is short of the right edge is drawn apart to it; the last line is not', () => {
  const [first, last] = lines('检'.repeat(27) + '（查）' + '。'.repeat(1));
  expect(first!.width).toBeCloseTo(area.width, 0);
  expect(last!.width).toBeLessThan(area.width / 2);
});

test('nothing is lost and nothing is too wide, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const broken = lines(text);
      expect(broken.flatMap(({ runs }) => runs.map((run) => run.text)).join('')).toBe(text);
      for (const { width, runs } of broken) if ([...runs.map((run) => run.text).join('')].length > 1) expect(width).toBeLessThanOrEqual(area.width + 0.1);
    }),
  );
});

test('a full-width character is as wide as a 28th of the line, a digit about half of it', () => {
  expect(widthOf('检', 'text', size.text)).toBeCloseTo(area.width / 28, 1);
  expect(widthOf('1', 'text', size.text)).toBeLessThan(area.width / 28 / 1.5);
});
