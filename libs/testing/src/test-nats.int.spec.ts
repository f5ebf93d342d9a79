import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { testNats } from './index';

test('streams live in the account of this worker, until it is wiped', async () => {
  const { url, wipe } = await testNats();
  const { host, username, password } = new URL(url);
  const connection = await connect({ servers: host, user: username, pass: password });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'SPEC', subjects: ['spec.>'] });
  await jetstream(connection).publish('spec.one', 'x');
  expect((await manager.streams.info('SPEC')).state.messages).toBe(1);

  const other = await connect({ servers: host, user: 'worker16', pass: password });
  await expect((await jetstreamManager(other)).streams.info('SPEC')).rejects.toThrow(/not found/);
  await other.close();

  await wipe();
  await expect(manager.streams.info('SPEC')).rejects.toThrow(/not found/);
  await connection.close();
});
