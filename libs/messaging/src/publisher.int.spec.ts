import { readFileSync } from 'node:fs';
import { jetstreamManager } from '@nats-io/jetstream';
import { testNats, waitFor } from '@property-office/testing';
import { Office, ownServer } from './fixtures/office';
import { toyBytes, toyEvent } from './fixtures/toy-event';
import { ProducerStream } from './producer-stream';

const subject = 'events.tickets.repair-commented.v1';

describe('publishing', () => {
  let office: Office;

  beforeEach(async () => {
    const nats = await testNats();
    await nats.wipe();
    office = new Office(nats.url);
    await office.connection.connected();
  });
  afterEach(() => office.close());

  it('resolves with where the message stands, and stores a repeated id once', async () => {
    await office.topology.apply();
    const bytes = toyBytes(toyEvent());
    const first = await office.publisher.publish(subject, bytes, {
      msgId: '1:a',
      headers: { traceparent: '00-1-2-01' },
    });
    expect(first).toEqual({ stream: 'EVENTS_TICKETS', seq: 1, duplicate: false });
    expect(await office.publisher.publish(subject, bytes, { msgId: '1:a' })).toEqual({
      ...first,
      duplicate: true,
    });
    expect(await office.publisher.publish(subject, bytes, { msgId: '2:a' })).toMatchObject({
      seq: 2,
      duplicate: false,
    });
    const manager = await jetstreamManager(office.connection.now().connection);
    const stored = await manager.streams.getMessage('EVENTS_TICKETS', { seq: 1 });
    expect(stored?.header.get('traceparent')).toBe('00-1-2-01');
  });

  it('takes dozens in flight', async () => {
    await office.topology.apply();
    await office.publishMany(500);
    expect((await office.topology.streamInfo('EVENTS_TICKETS'))?.state.messages).toBe(500);
  });

  it('tells a missing stream, and another one than expected', async () => {
    const publish = () =>
      office.publisher.publish(subject, toyBytes(toyEvent()), {
        msgId: '1:a',
        expectStream: 'EVENTS_TICKETS',
      });
    await expect(publish()).rejects.toMatchObject({ name: 'PublishError', reason: 'no-stream' });
    const manager = await jetstreamManager(office.connection.now().connection);
    await manager.streams.add({ name: 'STRANGER', subjects: ['events.>'] });
    await expect(publish()).rejects.toMatchObject({ reason: 'no-stream' });
  });

  it('tells a full stream, whose old messages stay', async () => {
    const manager = await jetstreamManager(office.connection.now().connection);
    await manager.streams.add({
      name: 'EVENTS_TICKETS',
      subjects: ['events.tickets.>'],
      max_msgs: 1,
      discard: 'new',
    });
    await office.publish();
    await expect(office.publish()).rejects.toMatchObject({ reason: 'full' });
    expect((await office.topology.streamInfo('EVENTS_TICKETS'))?.state.last_seq).toBe(1);
  });

  it('tells a message nobody would ever take', async () => {
    await office.topology.apply();
    const publish = (size: number) =>
      office.publisher.publish(subject, new Uint8Array(size), { msgId: `${size}` });
    await expect(publish(300 * 1024)).rejects.toMatchObject({ reason: 'too-large' });
    await expect(publish(2 * 1024 * 1024)).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('offers a relay the stream of one producer', async () => {
    const stream = new ProducerStream('tickets', office.connection, office.topology);
    expect(await stream.info()).toBeUndefined();
    const { created } = await stream.create();
    expect(await stream.create()).toEqual({ created });
    await stream.publish(subject, toyBytes(toyEvent()), '1:a');
    const info = await stream.info();
    expect(info).toEqual({ created, lastSeq: 1, messages: 1, fullness: expect.any(Number) });
    // Some hundred bytes of 16 MiB.
    expect(info!.fullness * 16 * 1024 * 1024).toBeGreaterThan(100);
    expect(info!.fullness).toBeLessThan(0.01);
    await stream.delete();
    await stream.delete();
    expect(await stream.info()).toBeUndefined();
  });
});

describe('publishing without a broker', () => {
  it('fails at once when it goes away, while it is away, and in its time when it is silent', async () => {
    const server = await ownServer();
    const office = new Office(server.nats.url);
    try {
      await office.connection.connected();
      await office.topology.apply();
      process.kill(server.nats.pid ?? 0, 'SIGSTOP');
      // Its threads stop one by one.
      await waitFor(() => / T /.test(readFileSync(`/proc/${server.nats.pid}/stat`, 'utf8')), { what: 'the server to stand still' });
      await expect(
        office.publisher.publish(subject, toyBytes(toyEvent()), { msgId: '1:a', timeoutMs: 200 }),
      ).rejects.toMatchObject({ reason: 'timeout' });
      const begun = Date.now();
      const inFlight = Array.from({ length: 32 }, () =>
        expect(office.publish()).rejects.toMatchObject({ reason: 'no-connection' }),
      );
      await server.nats.kill();
      await Promise.all(inFlight);
      await expect(office.publish()).rejects.toMatchObject({ reason: 'no-connection' });
      expect(Date.now() - begun).toBeLessThan(2_000);
    } finally {
      await office.close();
      await server.remove();
    }
  });
});
