import { temporary } from '@property-office/channels';
import { isInfrastructureError } from '@property-office/persistence';
import type { LeasedDelivery } from '../persistence/deliveries';
import { known, type ChannelWork, type Prepared } from './prepared';

const askAgainMs = 5_000;

/**
 * Prepares deliveries together. Where that fails, as for a field nobody can decrypt, it is done by halves: what cannot be
 * prepared is alone in the end, and holds up no other.
 */
export async function prepareEach(work: ChannelWork, deliveries: readonly LeasedDelivery[]): Promise<Prepared[]> {
  try {
    return await work.prepare(deliveries);
  } catch (error) {
    if (isInfrastructureError(error)) return deliveries.map(() => ({ do: 'later', afterMs: askAgainMs }));
    if (deliveries.length === 1) return [known(deliveries[0]!, temporary('content-failed', (error as Error).message))];
    const half = Math.ceil(deliveries.length / 2);
    return [...(await prepareEach(work, deliveries.slice(0, half))), ...(await prepareEach(work, deliveries.slice(half)))];
  }
}
