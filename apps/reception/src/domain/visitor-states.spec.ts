import { passCode, normalPass } from './pass-code';
import { checkVisitWindow, refuseIdentityNumber } from './visit-rules';
import { afterVisitorFact, afterVisitorMove, endedVisits, visitorMoves, visitorMoveTable, visitorStates } from './visitor-states';

describe('state table of a visitor', () => {
  it('has at most one row for each state and move', () => {
    const cells = visitorMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('lets nobody in who was not confirmed, and nothing follow an ended visit', () => {
    expect(visitorStates.filter((state) => afterVisitorMove(state, 'admit'))).toEqual(['expected']);
    for (const state of endedVisits) expect(visitorMoves.filter((move) => afterVisitorMove(state, move))).toEqual([]);
    for (const state of endedVisits) expect(['window-ended', 'host-moved-out'].map((fact) => afterVisitorFact(state, fact as 'window-ended'))).toEqual([undefined, undefined]);
  });
});

describe('a pass', () => {
  it('has twelve characters nobody mistakes, from random bytes', () => {
    expect(passCode(new Uint8Array(12))).toBe('0000-0000-0000');
    expect(passCode(Uint8Array.from({ length: 12 }, (_, i) => 20 + i))).toMatch(/^[0-9A-HJKMNP-TV-Z-]{14}$/);
    expect(() => passCode(new Uint8Array(3))).toThrow('random bytes');
  });

  it.each(['7k3p-9qx2-md01', '7K3P 9QX2 MDOI', '７Ｋ３Ｐ－9QX2-MD0L'])('is read as it is meant: %s', (typed) => expect(normalPass(typed)).toBe('7K3P9QX2MD01'));
});

describe('what a visit is', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

  it.each([
    ['over', -3, -1],
    ['backwards', 3, 2],
    ['longer than a month', 0, 31 * 24],
    ['in half a year', 180 * 24, 181 * 24],
  ])('not: %s', (_, from, until) => {
    expect(() => checkVisitWindow({ from: at(from), until: at(until) }, now)).toThrow(expect.objectContaining({ code: 'visit-window-impossible' }));
  });

  it('one that has begun', () => expect(() => checkVisitWindow({ from: at(-1), until: at(1) }, now)).not.toThrow());

  it.each(['11010519491231002X', '证件110105194912310021，谢谢', '１１０１０５１９４９１２３１００２１', '110105-19491231-0021'])('never with the number of an identity card: %s', (text) => {
    expect(() => refuseIdentityNumber(text, '/name')).toThrow(expect.objectContaining({ code: 'identity-card-refused' }));
  });

  it.each(['13800138000', '订单号 1234567890123456789012', '王芳', undefined])('but with %s', (text) => expect(() => refuseIdentityNumber(text, '/name')).not.toThrow());
});
