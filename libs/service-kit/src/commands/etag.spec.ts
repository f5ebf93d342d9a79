import { assertFresh, ifMatch, matchesNone, requiredMatch } from './etag';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', 7],
    [' "12" ', 12],
  ])('%j expects version %j', (header, version) => {
    expect(ifMatch({ ifMatch: header })).toBe(version);
  });

  it.each(['7', 'W/"7"', '"7", "8"', '"x"', '""', '"-1"', '"99999999999"'])(
    '%j can match no version of ours',
    (header) => {
      expect(() => ifMatch({ ifMatch: header })).toThrow(expect.objectContaining({ code: 'stale' }));
    },
  );

  it('is required where fields are overwritten', () => {
    expect(() => requiredMatch({})).toThrow(expect.objectContaining({ code: 'match-required' }));
    expect(requiredMatch({ ifMatch: '"3"' })).toBe(3);
  });

  it('refuses another version and lets the same one pass', () => {
    expect(() => assertFresh({ ifMatch: '"3"' }, 4)).toThrow(expect.objectContaining({ code: 'stale' }));
    expect(() => assertFresh({ ifMatch: '"4"' }, 4)).not.toThrow();
    expect(() => assertFresh({}, 4)).not.toThrow();
  });
});

it.each([
  [undefined, '"7"', false],
  ['"7"', undefined, false],
  ['"7"', '"7"', true],
  ['W/"7"', '"7"', true],
  ['"6", "7"', '"7"', true],
  ['*', '"7"', true],
  ['"6"', '"7"', false],
])('If-None-Match %j against %j: unchanged %s', (header, etag, unchanged) => {
  expect(matchesNone(header, etag)).toBe(unchanged);
});
