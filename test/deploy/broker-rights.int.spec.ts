import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announces, flows, serviceNames, type ServiceName } from '@property-office/contracts';
import { freePort, natsBinary } from '@property-office/embedded';
import { JetStreamStrategy, NatsConnectionProvider, ProducerStream, Topology, declaredReactions, streamOf, type ReactionSpec } from '@property-office/messaging';
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

  const refusal = /permissions violation/i;
  /** What the broker says to a message on a subject: that it may not be sent there, or anything else. */
  const answer = async (user: string, subject: string): Promise<string> => {
    const { connection } = (await as(user)).now();
    return connection.request(subject, '{}', { timeout: 2_000 }).then(() => 'let through', ({ message }: Error) => message);
  };
  /** What refuses somebody to listen to a subject; null where nothing has by the time that the server has answered. */
  const heard = async (user: string, subject: string): Promise<Error | null> => {
    const { connection } = (await as(user)).now();
    const refused = new Promise<Error | null>((resolve) => void connection.subscribe(subject, { callback: (error) => resolve(error) }));
    return Promise.race([refused, connection.flush().then(() => null)]);
  };
  const othersOf = (service: ServiceName) => services.filter(({ name }) => name !== service).flatMap(({ name }) => reactionsOf(name));
  const other = (service: ServiceName) => (service === 'directory' ? 'tickets' : 'directory');

  it.each<[string, string]>([
    ['an event of another', 'events.directory.person-entered.v1'],
    ['the deletion of another’s stream', '$JS.API.STREAM.DELETE.EVENTS_DIRECTORY'],
    ['the purge of its own', '$JS.API.STREAM.PURGE.EVENTS_TICKETS'],
    ['what another’s reaction is to get', `$JS.API.CONSUMER.MSG.NEXT.EVENTS_TICKETS.${reactionsOf('tracking')[0]!.durable}`],
    ['a durable of another’s', `$JS.API.CONSUMER.DELETE.EVENTS_TICKETS.${reactionsOf('tracking')[0]!.durable}`],
  ])('refuse tickets %s', async (_, subject) => {
    expect(await answer('tickets', subject)).toMatch(refusal);
  });

  it.each(serviceNames)('refuse %s what is another’s: its events, its streams, what its reactions are to get', async (service) => {
    // Of a stream that it hears, too, where it hears any: there the name of the durable is all that keeps them apart.
    const hears: readonly string[] = flows[service].hears;
    const { stream, durable } = othersOf(service).find(({ producer }) => hears.length === 0 || hears.includes(producer))!;
    for (const subject of [
      `events.${other(service)}.nothing-happened.v1`,
      `$JS.API.STREAM.DELETE.${streamOf(other(service))}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
      `$JS.API.CONSUMER.DELETE.${stream}.${durable}`,
    ])
      expect([subject, await answer(service, subject)]).toEqual([subject, expect.stringMatching(refusal)]);
    // Everybody may look at streams: the same question is let through where rights say so.
    expect(await answer(service, `$JS.API.STREAM.INFO.${streamOf(other(service))}`)).toBe('let through');
  });

  it.each(['events.>', '_INBOX.>', `_INBOX.directory.>`, '$JS.API.>'])('refuse tickets to listen to %s', async (subject) => {
    expect(await heard('tickets', subject)).toMatchObject({ message: expect.stringMatching(refusal) });
  });

  it.each(serviceNames)('refuse %s to listen to everything, and to answers for another', async (service) => {
    for (const subject of ['events.>', `_INBOX.${other(service)}.>`]) expect(await heard(service, subject)).toMatchObject({ message: expect.stringMatching(refusal) });
    expect(await heard(service, `_INBOX.${service}.>`)).toBeNull();
  });

  it('are synced before anything is acknowledged, by three servers, in production', () => {
    expect(values.config.cluster).toEqual({ enabled: true, replicas: 3 });
    expect(values.config.jetstream.merge['sync_interval']).toBe('always');
    expect(chartValues('values.yaml', 'accounts.yaml', 'one-node.yaml').config.cluster.enabled).toBe(false);
  });
});
