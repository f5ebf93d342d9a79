import { resolveHappenedAt } from './happened-at';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const refusal = (code: string, pointer: string) =>
  expect.objectContaining({ code, fields: [expect.objectContaining({ pointer })] });

describe('when an act happened (G2)', () => {
  it('is now unless said otherwise', () => {
    expect(resolveHappenedAt({}, now)).toEqual({ happenedAt: now });
  });

  it('may be up to 15 minutes ago without a reason', () => {
    expect(resolveHappenedAt({ happenedAt: ago(15) }, now)).toEqual({ happenedAt: ago(15) });
    expect(() => resolveHappenedAt({ happenedAt: new Date(ago(15).getTime() - 1) }, now)).toThrow(
      refusal('late-reason-missing', '/lateReason'),
    );
  });

  it('may be up to 72 hours ago with a reason, which is kept', () => {
    const lateReason = '现场无信号';
    expect(resolveHappenedAt({ happenedAt: ago(72 * 60), lateReason }, now)).toEqual({
      happenedAt: ago(72 * 60),
      lateReason,
    });
    expect(() => resolveHappenedAt({ happenedAt: ago(72 * 60 + 1), lateReason }, now)).toThrow(
      refusal('happened-too-long-ago', '/happenedAt'),
    );
  });

  it('drops a reason that is not needed', () => {
    expect(resolveHappenedAt({ happenedAt: ago(1), lateReason: 'x' }, now)).toEqual({ happenedAt: ago(1) });
  });

  it('is never in the future; a clock some seconds ahead means now', () => {
    expect(resolveHappenedAt({ happenedAt: new Date(now.getTime() + 9_000) }, now)).toEqual({
      happenedAt: now,
    });
    expect(() => resolveHappenedAt({ happenedAt: new Date(now.getTime() + 11_000) }, now)).toThrow(
      refusal('happened-in-future', '/happenedAt'),
    );
  });

  it('is never before the act it follows', () => {
    expect(resolveHappenedAt({ happenedAt: ago(5) }, now, ago(5))).toEqual({ happenedAt: ago(5) });
    expect(() => resolveHappenedAt({ happenedAt: ago(6) }, now, ago(5))).toThrow(
      refusal('happened-before-previous', '/happenedAt'),
    );
  });

  it('is not refused where nothing was claimed and the clock of the act before was read later', () => {
    const later = new Date(now.getTime() + 3);
    expect(resolveHappenedAt({}, now, later)).toEqual({ happenedAt: later });
  });

  it('speaks both languages', () => {
    expect(() => resolveHappenedAt({ happenedAt: ago(60) }, now)).toThrow(
      expect.objectContaining({
        fields: [
          {
            pointer: '/lateReason',
            message: { zh: '补录 15 分钟之前的操作需要说明原因', en: 'Beyond 15 minutes a reason is needed' },
          },
        ],
      }),
    );
  });
});
