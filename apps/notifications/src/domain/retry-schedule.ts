import type { Channel } from './channels';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** As Standard Webhooks proposes: more than three days in all. */
const webhookWaits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

/** A message to a person is stale by then: about an hour and a half in all. */
const messageWaits = [5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560].map((seconds) => seconds * second).slice(0, 9);

/** Attempts after which a delivery is given up. */
export function mostAttempts(channel: Channel): number {
  return waitsOf(channel).length + 1;
}

/**
 * How long to wait after the `attempts`th attempt (1 = the first) has failed for the time being.
 * @param asked what the receiver asked for, which is heeded where it is longer
 * @param chance 0 to 1: up to a tenth is added, so that what failed together is not tried together
 * @returns undefined: no more
 */
export function nextWaitMs(channel: Channel, attempts: number, asked: number | undefined, chance: number): number | undefined {
  const planned = waitsOf(channel)[attempts - 1];
  if (planned === undefined) return undefined;
  return Math.max(Math.round(planned * (1 + chance / 10)), asked ?? 0);
}

function waitsOf(channel: Channel): readonly number[] {
  return channel === 'webhook' ? webhookWaits : messageWaits;
}
