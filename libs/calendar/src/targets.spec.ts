import { china } from './china.fixture';
import { targetFor, type TargetRow } from './targets';

function row(
  ruleId: string,
  siteId: string | null,
  effectiveFrom: string,
  more: Partial<TargetRow> = {},
): TargetRow {
  return {
    target: { ruleId, function: 'repairs', limits: [{ amount: 24, unit: 'service-hours' }] },
    siteId,
    class: 'P2',
    promise: 'done',
    source: { zh: '初步建议', en: 'initial proposal' },
    effectiveFrom: china(effectiveFrom),
    ...more,
  };
}

const rows = [
  row('north-2026', 'north', '2026-01-01 00:00'),
  row('all-2024', null, '2024-01-01 00:00'),
  row('all-2026-07', null, '2026-07-01 00:00'),
  row('north-2025', 'north', '2025-01-01 00:00'),
  row('urgent', null, '2024-01-01 00:00', { class: 'P1' }),
  row('answer', null, '2024-01-01 00:00', { promise: 'answer' }),
];

describe('the target in effect (Q1)', () => {
  const inEffect = (siteId: string, at: string, more: { class?: string; promise?: string } = {}) =>
    targetFor(rows, { siteId, class: 'P2', promise: 'done', at: china(at), ...more })?.target.ruleId;

  it('is the latest when the thing started', () => {
    expect(inEffect('south', '2026-06-30 23:59')).toBe('all-2024');
    expect(inEffect('south', '2026-07-01 00:00')).toBe('all-2026-07');
  });

  it('is the own one of the site, where that has one by then', () => {
    expect(inEffect('north', '2024-12-31 10:00')).toBe('all-2024');
    expect(inEffect('north', '2025-12-31 10:00')).toBe('north-2025');
    expect(inEffect('north', '2026-08-01 10:00')).toBe('north-2026');
  });

  it('is that of class and promise, or none', () => {
    expect(inEffect('south', '2025-01-01 10:00', { class: 'P1' })).toBe('urgent');
    expect(inEffect('south', '2025-01-01 10:00', { promise: 'answer' })).toBe('answer');
    expect(inEffect('south', '2025-01-01 10:00', { class: 'P3' })).toBeUndefined();
    expect(inEffect('south', '2023-01-01 10:00')).toBeUndefined();
  });
});
