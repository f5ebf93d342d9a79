import { newAttachmentKeyFile } from './attachment-keys';
import { VisitorPasses } from './visitor-passes';

const file = newAttachmentKeyFile();
let now = Date.parse('2026-11-23T10:00:00Z');
const passes = new VisitorPasses(file, () => now);

beforeEach(() => {
  now = Date.parse('2026-11-23T10:00:00Z');
});

test('a pass names one visitor for an hour', () => {
  const { pass, expiresAt } = passes.issue();
  const visitor = passes.visitorOf(pass)!;
  expect(visitor).toMatch(/^[0-9a-f-]{36}$/);
  expect(expiresAt.toISOString()).toBe('2026-11-23T11:00:00.000Z');
  now += 3_599_000;
  expect(passes.visitorOf(pass)).toBe(visitor);
  now += 1_000;
  expect(passes.visitorOf(pass)).toBeUndefined();
  expect(passes.visitorOf(passes.issue().pass)).not.toBe(visitor);
});

test('nobody makes one, or makes one last', () => {
  const [kid, visitor, until, mac] = passes.issue().pass.split('.') as [string, string, string, string];
  const other = passes.issue().pass.split('.')[1]!;
  for (const forged of [
    '',
    'x',
    [kid, other, until, mac].join('.'),
    [kid, visitor, Number(until) + 1, mac].join('.'),
    [kid, visitor, until, ''].join('.'),
    [kid, visitor, until, mac, ''].join('.'),
    ['nokey', visitor, until, mac].join('.'),
  ])
    expect(passes.visitorOf(forged)).toBeUndefined();
  expect(
    new VisitorPasses(newAttachmentKeyFile(), () => now).visitorOf([kid, visitor, until, mac].join('.')),
  ).toBeUndefined();
});
