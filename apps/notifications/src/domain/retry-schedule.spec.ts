import { channels } from './channels';
import { mostAttempts, nextWaitMs } from './retry-schedule';

describe('the retry schedule', () => {
  it('of webhooks is that of Standard Webhooks', () => {
    const waits = Array.from({ length: 10 }, (_, i) => nextWaitMs('webhook', i + 1, undefined, 0));
    expect(waits.map((ms) => ms && ms / 1_000)).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined]);
  });

  it.each(channels)('of %s grows, and ends', (channel) => {
    const waits = Array.from({ length: mostAttempts(channel) - 1 }, (_, i) => nextWaitMs(channel, i + 1, undefined, 0)!);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(nextWaitMs(channel, mostAttempts(channel), 5_000, 0.5)).toBeUndefined();
  });

  it('heeds a receiver that asks for longer, and nobody who asks for less', () => {
    expect(nextWaitMs('sms', 1, 120_000, 0)).toBe(120_000);
    expect(nextWaitMs('sms', 5, 1, 0)).toBe(80_000);
  });

  it('spreads what failed together', () => {
    expect([0, 0.5, 1].map((chance) => nextWaitMs('sms', 1, undefined, chance))).toEqual([5_000, 5_250, 5_500]);
  });
});
