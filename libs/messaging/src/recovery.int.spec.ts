import { jetstreamManager } from '@nats-io/jetstream';
import { testNats, waitFor } from '@property-office/testing';
import { Office, ownServer } from './fixtures/office';
import { ToySettler } from './fixtures/toy-settler';
import { toyBytes } from './fixtures/toy-event';
import { subjectOf } from './names';
import { reactionSpec } from './reaction-spec';

const durable = 'tracking__recovery_v1';
const reaction = reactionSpec({ durable, events: 'tickets.*', order: 'any', replay: 'rebuild' });
const seenBy = (settler: ToySettler) =>
  new Set(settler.calls.flatMap(({ deliveries }) => deliveries.map(({ headers }) => headers['nats-msg-id'])));
const idsOf = (events: readonly { id: string }[]) => new Set(events.map(({ id }) => id));

describe('a loop whose broker changes under it', () => {
  let office: Office;
  let settler: ToySettler;

  beforeEach(async () => {
    const nats = await testNats();
    await nats.wipe();
    office = new Office(nats.url);
    settler = new ToySettler('tracking');
    await office.connection.connected();
  });
  afterEach(() => office.close());

  it('makes stream and durable where there are none', async () => {
    const strategy = office.react({ durable }, settler);
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    await waitFor(() => strategy.state().topology === 'applied', { what: 'the topology' });
    const events = await office.publishMany(3);
    await waitFor(() => settler.sequences.length === 3, { what: 'the messages' });
    expect(seenBy(settler)).toEqual(idsOf(events));
  });

  it('goes on after the stream was deleted, made again and filled again', async () => {
    const strategy = office.react({ durable }, settler);
    const before = await waitFor(() => office.topology.streamInfo('EVENTS_TICKETS'), { what: 'the stream' });
    const events = await office.publishMany(50);
    await waitFor(() => settler.sequences.length === 50, { what: 'the first fill' });
    await office.topology.deleteStream('EVENTS_TICKETS');
    await office.topology.applyStream('EVENTS_TICKETS');
    for (const event of events)
      await office.publisher.publish(subjectOf(event.type), toyBytes(event), { msgId: `2:${event.id}` });
    await waitFor(() => settler.sequences.length === 100, { what: 'the second fill' });
    expect((await office.topology.streamInfo('EVENTS_TICKETS'))?.created).not.toBe(before.created);
    expect(settler.sequences.slice(50)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(strategy.state().loops[durable]).toBe('running');
  });

  it('makes its durable again when only that was deleted', async () => {
    office.react({ durable }, settler);
    await office.topology.apply();
    await office.publishMany(2);
    await waitFor(() => settler.sequences.length === 2, { what: 'the first delivery' });
    const manager = await jetstreamManager(office.connection.now().connection);
    await manager.consumers.delete('EVENTS_TICKETS', durable);
    await waitFor(() => settler.sequences.length === 4, { what: 'everything to be delivered again' });
  });

  it('waits, saying why once, while its durable cannot be had, and comes when it can', async () => {
    await office.topology.apply();
    const manager = await jetstreamManager(office.connection.now().connection);
    await manager.consumers.add('EVENTS_TICKETS', {
      durable_name: durable,
      ack_policy: 'explicit',
      deliver_policy: 'new',
    });
    const strategy = office.react({ durable }, settler);
    await waitFor(() => strategy.state().loops[durable] === 'waiting', { what: 'the loop to wait' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(office.log.lines.filter((line) => line.includes('declare its next version'))).toHaveLength(1);
    await office.publish();
    await manager.consumers.delete('EVENTS_TICKETS', durable);
    await waitFor(() => settler.sequences.length === 1, { what: 'the message' });
  });

  it('reports a stream that cannot be changed, and works with it as it is', async () => {
    const manager = await jetstreamManager(office.connection.now().connection);
    await manager.streams.add({ name: 'EVENTS_TICKETS', subjects: ['events.tickets.>'], storage: 'memory' });
    const strategy = office.react({ durable }, settler);
    await waitFor(() => strategy.state().topology === 'conflict', { what: 'the conflict' });
    expect(strategy.state().problem).toContain('storage is memory, wanted file');
    await office.publish();
    await waitFor(() => settler.sequences.length === 1, { what: 'the message' });
  });
});

describe('two replicas on one durable', () => {
  it('settle 1,000 messages between them, and neither starves', async () => {
    const nats = await testNats();
    await nats.wipe();
    const offices = [new Office(nats.url), new Office(nats.url)];
    const settlers = offices.map((office) => {
      const settler = new ToySettler('tracking');
      office.react({ durable }, settler, () => new Promise((resolve) => setTimeout(resolve, 1)));
      return settler;
    });
    try {
      const [office] = offices;
      await office!.connection.connected();
      await waitFor(() => office!.topology.durableInfo(reaction), { what: 'the durable' });
      const events = await office!.publishMany(1_000);
      const all = () => settlers.flatMap(({ sequences }) => sequences);
      await waitFor(() => all().length >= 1_000, { what: 'all messages' });
      expect(all()).toHaveLength(1_000);
      expect(new Set([...seenBy(settlers[0]!), ...seenBy(settlers[1]!)])).toEqual(idsOf(events));
      for (const { sequences } of settlers) expect(sequences.length).toBeGreaterThan(200);
    } finally {
      await Promise.all(offices.map((office) => office.close()));
    }
  });
});

describe('a broker that is killed', () => {
  let server: Awaited<ReturnType<typeof ownServer>>;
  let office: Office;
  let settler: ToySettler;

  beforeEach(async () => {
    server = await ownServer();
    office = new Office(server.nats.url);
    settler = new ToySettler('tracking');
  });
  afterEach(async () => {
    await office.close();
    await server.remove();
  });

  it('may come later than the process', async () => {
    await server.nats.kill();
    const strategy = office.react({ durable }, settler);
    expect(strategy.state()).toEqual({ topology: 'pending', loops: { [durable]: 'starting' } });
    await server.nats.start();
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    await office.publish();
    await waitFor(() => settler.sequences.length === 1, { what: 'the message' });
  });

  it('is back on its port with its store: the loop goes on and nothing is lost', async () => {
    const strategy = office.react(
      { durable },
      settler,
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    );
    await office.connection.connected();
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    const events = await office.publishMany(200);
    await waitFor(() => settler.sequences.length > 40, { what: 'some messages' });
    await server.nats.kill();
    await waitFor(() => strategy.state().loops[durable] === 'waiting', {
      what: 'the loss to be noticed',
      timeoutMs: 1_000,
    });
    await server.nats.start();
    events.push(...(await waitFor(() => office.publishMany(10), { what: 'publishing to work again' })));
    await waitFor(() => seenBy(settler).size === 210, { what: 'all messages', timeoutMs: 20_000 });
    expect(seenBy(settler)).toEqual(idsOf(events));
  });

  it('is back without its store: stream and durable are made again', async () => {
    const strategy = office.react({ durable }, settler);
    await office.connection.connected();
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    await office.publishMany(5);
    await waitFor(() => settler.sequences.length === 5, { what: 'the messages' });
    await server.nats.kill();
    await waitFor(() => strategy.state().loops[durable] === 'waiting', {
      what: 'an idle loop to notice the loss',
      timeoutMs: 1_000,
    });
    server.nats.wipeStore();
    await server.nats.start();
    const event = await waitFor(() => office.publishMany(1), { what: 'the stream to be there again' });
    await waitFor(() => seenBy(settler).has(event[0]!.id), { what: 'the new message' });
  });

  it('falls silent: the loop notices by its heartbeats, long before the connection does', async () => {
    const strategy = office.react({ durable }, settler);
    await office.connection.connected();
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    const { pid } = server.nats;
    process.kill(pid!, 'SIGSTOP');
    try {
      await waitFor(() => strategy.state().loops[durable] === 'waiting', {
        what: 'the silence to be noticed',
        timeoutMs: 5_000,
      });
      expect(office.connection.state().status).toBe('connected');
    } finally {
      process.kill(pid!, 'SIGCONT');
    }
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run again' });
    await office.publish();
    await waitFor(() => settler.sequences.length === 1, { what: 'the message' });
  });

  it('is stopped for good: the process still stops in time', async () => {
    const strategy = office.react({ durable }, settler);
    await office.connection.connected();
    await waitFor(() => strategy.state().loops[durable] === 'running', { what: 'the loop to run' });
    await server.nats.kill();
    const begun = Date.now();
    // The budget a process gives it; it is over in milliseconds where the machine has time for it.
    expect(await strategy.stopPulling(10_000)).toBe(true);
    await office.connection.close();
    expect(Date.now() - begun).toBeLessThan(12_000);
  });
});
