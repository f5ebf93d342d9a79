import { requestHash } from './request-hash';

const hash = (body: unknown, path = '/api/x', method = 'POST'): string =>
  requestHash(method, path, body).toString('hex');

describe('the hash of a request', () => {
  it('does not depend on the order of names, at any depth', () => {
    expect(hash({ a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(hash({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 }));
  });

  it.each([
    ['another value', { a: 2 }],
    ['another type', { a: '1' }],
    ['another name', { b: 1 }],
    ['one name more', { a: 1, b: null }],
    ['a list', [{ a: 1 }]],
    ['nothing', undefined],
    ['null', null],
  ])('depends on the body: %s', (_what, body) => {
    expect(hash(body)).not.toBe(hash({ a: 1 }));
  });

  it('depends on the order of a list, the path and the method', () => {
    expect(hash([1, 2])).not.toBe(hash([2, 1]));
    expect(hash({}, '/api/x/1')).not.toBe(hash({}, '/api/x/2'));
    expect(hash({}, '/api/x', 'PUT')).not.toBe(hash({}));
  });

  it('cannot be led to mistake a text for a structure', () => {
    expect(hash({ a: '1,"b":2' })).not.toBe(hash({ a: 1, b: 2 }));
    expect(hash(['a,b'])).not.toBe(hash(['a', 'b']));
  });
});
