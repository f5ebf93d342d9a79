import { derivedId, isId, madeAt, newId } from './ids';

describe('ids', () => {
  it('are valid and sort by the time they were made', () => {
    const made = Array.from({ length: 1_000 }, newId);
    expect(made.every(isId)).toBe(true);
    expect([...made].sort()).toEqual(made);
  });

  it('differ and sort also when thousands are made in one millisecond', () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const made = Array.from({ length: 20_000 }, newId);
    jest.restoreAllMocks();
    expect(new Set(made).size).toBe(20_000);
    expect([...made].sort()).toEqual(made);
  });

  it('are hard to guess from each other: most of their bits differ from one to the next', () => {
    const tails = Array.from({ length: 1_000 }, () => newId().slice(-11));
    expect(new Set(tails).size).toBe(1_000);
  });

  it('tell when they were made, where their version does', () => {
    const before = Date.now();
    const at = madeAt(newId())!;
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
    expect(madeAt(derivedId('x'))).toBeUndefined();
  });

  it('derived from the same parts are the same, from other parts are not', () => {
    expect(derivedId('work-order', 'a', '1')).toBe(derivedId('work-order', 'a', '1'));
    expect(derivedId('work-order', 'a1')).not.toBe(derivedId('work-order', 'a', '1'));
    expect(isId(derivedId('x'))).toBe(true);
  });
});
