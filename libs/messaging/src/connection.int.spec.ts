import { waitFor } from '@property-office/testing';
import { NatsConnectionProvider } from './connection';
import { BrokerAway } from './errors';
import { KeptLog, ownServer } from './fixtures/office';

describe('the connection of a process', () => {
  let server: Awaited<ReturnType<typeof ownServer>>;
  let log: KeptLog;
  let connection: NatsConnectionProvider;

  beforeEach(async () => {
    server = await ownServer();
    log = new KeptLog();
    connection = new NatsConnectionProvider({ url: server.nats.url, name: 'test' }, log);
  });
  afterEach(async () => {
    await connection.close();
    await server.remove();
  });

  it('does not wait for a broker that is away at the start, and has it when it comes', async () => {
    await server.nats.kill();
    connection.start();
    expect(connection.state().status).toBe('connecting');
    expect(() => connection.now()).toThrow(BrokerAway);
    await waitFor(() => connection.state().status === 'disconnected', { what: 'the first attempt to fail' });
    await server.nats.start();
    await connection.connected();
    expect(connection.state()).toMatchObject({
      status: 'connected',
      server: expect.stringContaining('127.0.0.1'),
    });
    expect(log.lines.filter((line) => line.includes('disconnected'))).toHaveLength(1);
  });

  it('comes back after each loss, says each change once, and ends the session that was lost', async () => {
    connection.start();
    const first = await connection.connected();
    await server.nats.kill();
    await waitFor(() => first.lost.aborted, { what: 'the session to end' });
    expect(connection.state().status).toBe('disconnected');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await server.nats.start();
    const second = await connection.connected();
    expect(second).not.toBe(first);
    await second.connection.flush();
    expect(log.lines).toHaveLength(3);
  });

  it('says that its login was refused, and can still be closed', async () => {
    const wrong = new NatsConnectionProvider(
      { url: server.nats.url.replace('testing', 'guess'), name: 'test' },
      log,
    );
    wrong.start();
    await waitFor(() => wrong.state().status === 'disconnected', { what: 'the refusal' });
    expect(log.lines.join()).toMatch(/authoriz/i);
    await wrong.close();
    expect(wrong.state().status).toBe('closed');
  });

  it('lets nobody wait for ever', async () => {
    await server.nats.kill();
    connection.start();
    const stop = new AbortController();
    const stopped = expect(connection.connected(stop.signal)).rejects.toThrow(BrokerAway);
    const closed = expect(connection.connected()).rejects.toThrow(BrokerAway);
    stop.abort();
    await stopped;
    await connection.close();
    await closed;
    await expect(connection.connected()).rejects.toThrow(BrokerAway);
  });
});
