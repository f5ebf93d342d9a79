import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Resting } from './rest';

/** Does something behind the office's back on its broker. */
export async function withBroker<T>(
  { natsUrl }: Pick<Resting, 'natsUrl'>,
  work: (nats: NatsConnection) => Promise<T>,
): Promise<T> {
  const urls = natsUrl.split(',').map((each) => new URL(each));
  const { username, password } = urls[0]!;
  const nats = await connect({ servers: urls.map(({ host }) => host), user: username, pass: password, maxReconnectAttempts: -1 });
  try {
    return await work(nats);
  } finally {
    await nats.close();
  }
}
