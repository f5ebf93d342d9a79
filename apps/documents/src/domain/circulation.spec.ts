import { isRead, isWaitingFor, whoseTurn, type Circulation, type Reader } from './circulation';

const at = new Date('2026-11-27T02:00:00Z');
const reader = (personId: string, position: number, more: Partial<Reader> = {}): Reader => ({ personId, position, readAt: null, leftOutAt: null, ...more });
const of = (ordered: boolean, ...readers: Reader[]): Circulation => ({ n: 1, ordered, readers });

describe('a circulation (W1.1)', () => {
  it('in order, is with the first who has not read it', () => {
    expect(whoseTurn(of(true, reader('b', 2), reader('a', 1), reader('c', 3)))).toEqual(['a']);
    expect(whoseTurn(of(true, reader('a', 1, { readAt: at }), reader('b', 2), reader('c', 3)))).toEqual(['b']);
  });

  it('passes over who was left out, and nobody else', () => {
    const circulation = of(true, reader('a', 1, { readAt: at }), reader('b', 2, { leftOutAt: at }), reader('c', 3));
    expect(whoseTurn(circulation)).toEqual(['c']);
    expect(isWaitingFor(circulation, 'b')).toBe(false);
    expect(isWaitingFor(circulation, 'a')).toBe(false);
    expect(isWaitingFor(circulation, 'c')).toBe(true);
  });

  it('at once, is with all who have not, until everybody has', () => {
    expect(whoseTurn(of(false, reader('a', 1), reader('b', 2, { readAt: at }), reader('c', 3)))).toEqual(['a', 'c']);
    expect(isRead(of(false, reader('a', 1, { readAt: at }), reader('b', 2, { leftOutAt: at })))).toBe(true);
  });
});
