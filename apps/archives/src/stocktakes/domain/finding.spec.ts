import { findingOf, isDifference, stocktakeFindings, type RecordFacts } from './finding';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));
const facts: RecordFacts = { shelf: 'A1', movedTo: [], cameIn: false, goneAt: null, lent: [], seen: null };
const seenOn = (shelf: string, hour = 9) => ({ seen: { shelf, at: at(hour) } });
const says = (more: Partial<RecordFacts>, scopeShelf: string | null = 'A1') => findingOf({ ...facts, ...more }, scopeShelf);

describe('what a stocktake says of a record (W4.4)', () => {
  it('found where the catalogue has it, misplaced on another shelf, missing where nobody saw it', () => {
    expect([says(seenOn('A1')), says(seenOn('B2')), says({})]).toEqual(['found', 'misplaced', 'missing']);
    // The catalogue says nowhere: its shelf is still to be written down.
    expect(says({ shelf: null, ...seenOn('B2') })).toBe('misplaced');
  });

  it('out where it is lent, and not where it came back before', () => {
    expect(says({ lent: [{ from: at(3), until: null }] })).toBe('out');
    expect(says({ lent: [{ from: at(3), until: at(7) }] })).toBe('missing');
  });

  it.each<[string, Partial<RecordFacts>]>([
    ['was lent', { lent: [{ from: at(9), until: null }] }],
    ['was moved to another shelf', { movedTo: ['A1', 'B2'] }],
    ['was archived', { cameIn: true }],
    ['was destroyed or handed over', { goneAt: at(9) }],
  ])('no difference where it %s while it ran, and nobody saw it', (_, more) => {
    expect(isDifference(says(more))).toBe(false);
  });

  it.each<[string, Partial<RecordFacts>, string | null]>([
    ['was lent and came back', { lent: [{ from: at(9), until: at(10) }] }, 'A1'],
    ['came back', { lent: [{ from: at(3), until: at(9) }] }, 'A1'],
    ['was moved to where it is said to stand', { movedTo: ['A1'] }, 'A1'],
    ['was moved there and back', { movedTo: ['B2', 'A1'] }, 'A1'],
    ['was moved, and its category is counted on every shelf', { movedTo: ['B2'] }, null],
  ])('missing where it %s while it ran, and nobody saw it', (_, more, scopeShelf) => expect(says(more, scopeShelf)).toBe('missing'));

  it.each<[string, Partial<RecordFacts>, string]>([
    ['before it was moved', { movedTo: ['B2'], ...seenOn('A1') }, 'found'],
    ['after it was moved', { movedTo: ['B2'], ...seenOn('B2') }, 'found'],
    ['before it was lent', { lent: [{ from: at(10), until: null }], ...seenOn('A1') }, 'found'],
    ['after it came back', { lent: [{ from: at(3), until: at(8) }], ...seenOn('A1') }, 'found'],
    ['before it was destroyed', { goneAt: at(10), ...seenOn('A1') }, 'found'],
    ['elsewhere before it was destroyed', { goneAt: at(10), ...seenOn('B2') }, 'changed'],
    ['as it came in, without a shelf yet', { cameIn: true, shelf: null, ...seenOn('B2') }, 'changed'],
    ['as it came in', { cameIn: true, shelf: null, movedTo: ['B2'], ...seenOn('B2') }, 'found'],
  ])('seen %s it is no difference', (_, more, finding) => {
    expect(says(more)).toBe(finding);
    expect(isDifference(says(more))).toBe(false);
  });

  it.each<[string, Partial<RecordFacts>, string]>([
    ['is destroyed or handed over', { goneAt: at(7), ...seenOn('A1') }, 'unexpected'],
    ['is with a borrower, as the loan says', { lent: [{ from: at(3), until: null }], ...seenOn('A1') }, 'unexpected'],
    ['came in and lies elsewhere than it was catalogued', { cameIn: true, shelf: null, movedTo: ['A1'], ...seenOn('B2') }, 'misplaced'],
    ['was moved, and lies on a third shelf', { movedTo: ['B2'], ...seenOn('C3') }, 'misplaced'],
  ])('what %s and was seen is a difference', (_, more, finding) => {
    expect(says(more)).toBe(finding);
    expect(isDifference(says(more))).toBe(true);
  });

  it('explains what is amiss, and no more', () => expect(stocktakeFindings.filter(isDifference)).toEqual(['missing', 'misplaced', 'unknown', 'unexpected']));
});
