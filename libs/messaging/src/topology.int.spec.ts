import { jetstreamManager, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import { testNats } from '@property-office/testing';
import { MiB, Office } from './fixtures/office';
import { toyEvent } from './fixtures/toy-event';
import { TopologyConflict } from './errors';
import { reactionSpec, type ReactionDeclaration } from './reaction-spec';
import { Topology } from './topology';

const requested = 'tickets.repair-requested.v1';
const commented = 'tickets.repair-commented.v1';
const cancelled = 'tickets.repair-cancelled.v1';
const skipping = { durable: 'tracking__skipping_v1', order: 'any', replay: 'skip' } as const;
const spec = (events: ReactionDeclaration['events']) =>
  reactionSpec({ durable: 'tracking__topology_v1', events, order: 'any', replay: 'rebuild' });

describe('topology', () => {
  let office: Office;
  let manager: JetStreamManager;

  beforeEach(async () => {
    const nats = await testNats();
    await nats.wipe();
    office = new Office(nats.url);
    manager = await jetstreamManager((await office.connection.connected()).connection);
  });
  afterEach(() => office.close());

  it('creates every stream as declared, and changes nothing the second time', async () => {
    expect(new Set((await office.topology.apply()).values())).toEqual(new Set(['created']));
    const { config, created } = await manager.streams.info('EVENTS_TICKETS');
    expect(config).toMatchObject({
      subjects: ['events.tickets.>'],
      storage: 'file',
      discard: 'new',
      deny_purge: true,
      max_age: 30 * 24 * 3_600 * 1e9,
      max_bytes: 16 * MiB,
      duplicate_window: 300 * 1e9,
    });
    expect((await manager.streams.info('CREWS')).config.subjects).toEqual(['crews.>']);
    await expect(manager.streams.purge('EVENTS_TICKETS')).rejects.toThrow('purge not permitted');

    expect(new Set((await office.topology.apply()).values())).toEqual(new Set(['unchanged']));
    expect((await manager.streams.info('EVENTS_TICKETS')).created).toBe(created);
  });

  it('updates a changed limit, keeping what is stored', async () => {
    await office.topology.apply();
    await office.publishMany(3);
    const larger = new Topology(office.connection, { replicas: 1, maxBytes: 32 * MiB });
    expect((await larger.apply()).get('EVENTS_TICKETS')).toBe('updated');
    const { config, state } = await manager.streams.info('EVENTS_TICKETS');
    expect(config.max_bytes).toBe(32 * MiB);
    expect(state.messages).toBe(3);
  });

  it('switches deny_purge on where it was off', async () => {
    await manager.streams.add({ name: 'EVENTS_TICKETS', subjects: ['events.tickets.>'] });
    expect((await office.topology.apply()).get('EVENTS_TICKETS')).toBe('updated');
    expect((await manager.streams.info('EVENTS_TICKETS')).config.deny_purge).toBe(true);
  });

  it.each<[string, Partial<StreamConfig>]>([
    ['storage is memory, wanted file', { storage: 'memory' }],
    ['retention is interest, wanted limits', { retention: 'interest' }],
  ])('names what cannot be changed (%s) and still applies the other streams', async (difference, wrong) => {
    await manager.streams.add({ name: 'EVENTS_TICKETS', subjects: ['events.tickets.>'], ...wrong });
    const applying = office.topology.apply();
    await expect(applying).rejects.toThrow(TopologyConflict);
    await expect(applying).rejects.toThrow(`stream EVENTS_TICKETS cannot be changed (${difference})`);
    expect((await manager.streams.info('CREWS')).config.name).toBe('CREWS');
  });

  it('says so when a stranger stream holds its subjects', async () => {
    await manager.streams.add({ name: 'STRANGER', subjects: ['events.>'] });
    await expect(office.topology.applyStream('EVENTS_TICKETS')).rejects.toThrow(TopologyConflict);
  });

  it('may be applied by several processes at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => office.topology.apply()));
    const reaction = spec('tickets.*');
    const applied = await Promise.all(
      Array.from({ length: 8 }, () => office.topology.applyDurable(reaction)),
    );
    expect(applied).not.toContain('updated');
    expect((await manager.streams.info('EVENTS_TICKETS')).state.consumer_count).toBe(1);
  });

  describe('of a durable', () => {
    beforeEach(async () => void (await office.topology.apply()));

    it('creates it as declared, and changes nothing the second time', async () => {
      const reaction = spec([requested]);
      expect(await office.topology.applyDurable(reaction)).toBe('created');
      expect(await office.topology.applyDurable(reaction)).toBe('unchanged');
      expect((await office.topology.durableInfo(reaction))?.config).toMatchObject({
        ack_policy: 'explicit',
        deliver_policy: 'all',
        ack_wait: 8e9,
        max_deliver: -1,
        filter_subjects: [`events.${requested}`, 'events.tickets.replay.tracking__topology_v1.>'],
      });
    });

    it('lets events go and new facts come while nothing of them has passed', async () => {
      await office.topology.applyDurable(spec([requested, commented]));
      expect(await office.topology.applyDurable(spec([requested]))).toBe('updated');
      await office.publishMany(2, cancelled);
      expect(await office.topology.applyDurable(spec([requested, cancelled]))).toBe('updated');
      expect((await office.topology.durableInfo(spec([requested])))?.num_pending).toBe(2);
    });

    it('refuses an event of which messages have already passed by', async () => {
      await office.topology.applyDurable(spec([requested]));
      await office.publishMany(1, commented);
      await office.publishMany(1, requested);
      const consumer = await manager.jetstream().consumers.get('EVENTS_TICKETS', 'tracking__topology_v1');
      (await consumer.next({ expires: 1_000 }))?.ack();
      const widening = office.topology.applyDurable(spec([requested, commented]));
      await expect(widening).rejects.toThrow(TopologyConflict);
      await expect(widening).rejects.toThrow('declare its next version, _v<n+1>');
      expect((await office.topology.durableInfo(spec([requested])))?.config.filter_subjects).not.toContain(
        `events.${commented}`,
      );
    });

    it('starts one that leaves the past out behind it, and does not fight over that later', async () => {
      await office.publishMany(3, requested);
      const reaction = reactionSpec({ ...skipping, events: [requested] });
      const { lastSeq, oldestEvent } = await office.topology.pastOf(reaction).stream();
      expect([lastSeq, oldestEvent]).toEqual([3, new Date(toyEvent(requested).time)]);
      const start = { fromSeq: lastSeq + 1, ledger: 'all' as const };
      expect(await office.topology.applyDurable(reaction, start)).toBe('created');
      await office.publishMany(1, requested);
      expect((await office.topology.durableInfo(reaction))?.num_pending).toBe(1);
      for (const again of [{}, start, { fromSeq: 1 }])
        expect(await office.topology.applyDurable(reaction, again)).toBe('unchanged');
      expect(await office.topology.ledgerListeners('EVENTS_TICKETS')).toEqual([
        { durable: skipping.durable, ledger: 'all', types: [requested] },
      ]);
    });

    it('tells what a reaction’s own events are, and not its replays’ or others’', async () => {
      await office.publishMany(1, commented);
      const past = office.topology.pastOf(reactionSpec({ ...skipping, events: [requested] }));
      expect(await past.stream()).toEqual({ lastSeq: 1, oldestEvent: undefined });
      expect(await past.durableExists()).toBe(false);
    });

    it('refuses one that delivers differently', async () => {
      await manager.consumers.add('EVENTS_TICKETS', {
        durable_name: 'tracking__topology_v1',
        ack_policy: 'explicit',
        deliver_policy: 'new',
      });
      await expect(office.topology.applyDurable(spec('tickets.*'))).rejects.toThrow(
        'deliver_policy is new, wanted all',
      );
    });
  });
});
