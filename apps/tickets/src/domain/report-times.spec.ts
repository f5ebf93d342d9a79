import { checkTimes } from './report-times';

const now = new Date('2026-11-23T08:00:00Z');
const at = (text: string): Date => new Date(text);

describe('times of a report', () => {
  it('takes a fault seen years ago, as in an imported register', () => {
    expect(() => checkTimes({ seenAt: at('2011-07-01T12:00:00Z') }, now)).not.toThrow();
  });

  it.each([
    ['seen in the future', { seenAt: at('2059-01-01T00:00:00Z') }, 'seen-in-future'],
    ['a window that ends before it begins', { preferredWindow: { from: at('2026-11-24T10:00:00Z'), to: at('2026-11-24T09:00:00Z') } }, 'window-impossible'],
    ['a window that is over', { preferredWindow: { from: at('2026-11-22T09:00:00Z'), to: at('2026-11-22T10:00:00Z') } }, 'window-impossible'],
    ['a window in years', { preferredWindow: { from: at('2030-01-01T00:00:00Z'), to: at('2030-01-02T00:00:00Z') } }, 'window-impossible'],
  ])('refuses %s, naming the field', (_, report, code) => {
    expect(() => checkTimes(report, now)).toThrow(expect.objectContaining({ code, fields: [expect.anything()] }));
  });
});
