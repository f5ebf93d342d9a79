import type { Keys } from '@property-office/access';
import { stopOrder, type Application } from '@property-office/service-kit';

/** Whoever rotates keys waits for longer than this between two steps. */
const everyMs = 2_000;

/** Lets a running process take keys that are rotated: `npm run ops -- rotate-keys` needs no restart. */
export function keepKeysFresh(keys: Pick<Keys, 'refresh'>, { shutdown, log }: Pick<Application, 'shutdown' | 'log'>, periodMs = everyMs): void {
  let said = '';
  const timer = setInterval(() => {
    try {
      keys.refresh();
      said = '';
    } catch (error) {
      const { message } = error as Error;
      if (message !== said) log.warn(`a key file was changed and cannot be used, the keys from before go on: ${message}`);
      said = message;
    }
  }, periodMs);
  shutdown.register('keys', stopOrder.pools, () => clearInterval(timer), 100);
}
