import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announces, flows, serviceNames, type ServiceName } from '@property-office/contracts';
import { freePort, natsBinary } from '@property-office/embedded';
import { JetStreamStrategy, NatsConnectionProvider, ProducerStream, Topology, declaredReactions, type ReactionSpec } from '@property-office/messaging';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { services } from '../../apps/all-in-one/src/services';
import { chartValues, serverConfiguration } from './chart-values';

const values = chartValues('values.yaml', 'accounts.yaml');
const users = values.config.merge.accounts['OFFICE']!.users;
const limits = { replicas: 1, maxBytes: 16 * 1024 * 1024 };
const silent = { debug() {}, log() {}, warn() {}, error() {} };
const passwordOf = (user: string): string => `of-${user}`;

// The server as the manifests configure it: that it takes the configuration at all is half of the test.
describe('rights on the broker', () => {
  let server: ChildProcess;
  let port: number;
  const folder = throwawayFolder();
  const open: NatsConnectionProvider[] = [];

  const as = async (user: string): Promise<NatsConnectionProvider> => {
    const connection = new NatsConnectionProvider({ url: `nats://${user}:${passwordOf(user)}@127.0.0.1:${port}`, name: user }, silent);
    open.push(connection);
    connection.start();
    await connection.connected(AbortSignal.timeout(10_000));
    return connection;
  };
  const reactionsOf = (service: ServiceName): ReactionSpec[] => declaredReactions(services.find(({ name }) => name === service)!.module);

  beforeAll(async () => {
    port = await freePort();
    const file = join(folder, 'nats.conf');
    writeFileSync(file, serverConfiguration(values, { port, store: join(folder, 'store') }));
    const env = Object.fromEntries(users.map(({ user, password }) => [/\$(\w+)/.exec(password)![1]!, passwordOf(user)]));
    server = spawn(await natsBinary(), ['--config', file], { env, stdio: 'ignore' });
    await waitFor(async () => as('operations').then(() => true, () => false), { what: 'the server to answer' });
    await new Topology(await as('operations'), limits).apply();
  });
  afterAll(async () => {
    await Promise.all(open.map((connection) => connection.close()));
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  it('are those of every service, and of whoever prepares', () => {
    expect(users.map(({ user }) => user)).toEqual([...serviceNames, 'operations']);
  });

  it.each(serviceNames)('let %s make its durables, hear what it reacts to, announce, and rebuild its stream', async (service) => {
    const connection = await as(service);
    const topology = new Topology(connection, limits, undefined, [service]);
    expect(new Set((await topology.apply()).values())).toEqual(new Set(announces(service) ? ['unchanged'] : []));
    if (announces(service)) {
      const stream = new ProducerStream(service, connection, topology);
      await stream.delete();
      await stream.create();
      expect(await stream.listeners()).toEqual([]);
      await stream.publish(`events.${service}.nothing-happened.v1`, Buffer.from('{}'), `1:${service}`);
    }
    const mine = reactionsOf(service);
    for (const reaction of mine) {
      await topology.ensureStream(reaction.stream);
      await topology.pastOf(reaction).stream();
      expect(await topology.applyDurable(reaction)).toBe('created');
      expect(await topology.applyDurable(reaction)).toBe('unchanged');
    }
    expect(new Set(mine.map(({ producer }) => producer))).toEqual(new Set(flows[service].hears));
  });

  it('let a reaction take an event and acknowledge it', async () => {
    const reaction = reactionsOf('dispatch').find(({ producer, order }) => producer === 'tickets' && order !== 'strict')!;
    const [subject = ''] = reaction.filterSubjects;
    const settled: string[] = [];
    const connection = await as('dispatch');
    const strategy = new JetStreamStrategy({
      connection,
      topology: new Topology(connection, limits, undefined, ['dispatch']),
      log: silent,
      settlers: [
        {
          service: 'dispatch',
          register: () => undefined,
          settle: async (_, deliveries) => deliveries.map((delivery) => (settled.push(delivery.subject), { kind: 'ack' as const })),
          probe: async () => undefined,
        },
      ],
    });
    const { durable, events, order, replay } = reaction;
    strategy.addHandler(durable, async () => undefined as never, true, { reaction: { durable, events, order, replay } });
    strategy.listen((error) => expect(error).toBeUndefined());
    const tickets = await as('tickets');
    const concrete = subject.replace('*.*', 'nothing-happened.v1');
    await new ProducerStream('tickets', tickets, new Topology(tickets, limits)).publish(concrete, Buffer.from('{}'), '1:heard');
    await waitFor(() => settled.includes(concrete), { what: 'the event to be handed over' });
    const info = async () => new Topology(await as('operations'), limits).durableInfo(reaction);
    await waitFor(async () => (await info())!.num_ack_pending === 0, { what: 'the ack to arrive' });
    await strategy.stopPulling();
  });

  it.each<[string, string]>([
    ['an event of another', 'events.directory.person-entered.v1'],
    ['the deletion of another’s stream', '$JS.API.STREAM.DELETE.EVENTS_DIRECTORY'],
    ['the purge of its own', '$JS.API.STREAM.PURGE.EVENTS_TICKETS'],
    ['what another’s reaction is to get', `$JS.API.CONSUMER.MSG.NEXT.EVENTS_TICKETS.${reactionsOf('tracking')[0]!.durable}`],
    ['a durable of another’s', `$JS.API.CONSUMER.DELETE.EVENTS_TICKETS.${reactionsOf('tracking')[0]!.durable}`],
  ])('refuse tickets %s', async (_, subject) => {
    const { connection } = (await as('tickets')).now();
    await expect(connection.request(subject, '{}', { timeout: 2_000 })).rejects.toThrow(/permissions violation/i);
  });

  it.each(['events.>', '_INBOX.>', `_INBOX.directory.>`, '$JS.API.>'])('refuse tickets to listen to %s', async (subject) => {
    const { connection } = (await as('tickets')).now();
    const refused = new Promise<Error | null>((resolve) => void connection.subscribe(subject, { callback: (error) => resolve(error) }));
    expect(await refused).toMatchObject({ message: expect.stringMatching(/permissions violation/i) });
  });

  it('are synced before anything is acknowledged, by three servers, in production', () => {
    expect(values.config.cluster).toEqual({ enabled: true, replicas: 3 });
    expect(values.config.jetstream.merge['sync_interval']).toBe('always');
    expect(chartValues('values.yaml', 'accounts.yaml', 'one-node.yaml').config.cluster.enabled).toBe(false);
  });
});
