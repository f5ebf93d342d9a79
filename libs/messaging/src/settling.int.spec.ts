import { testNats, waitFor } from '@property-office/testing';
import { Office } from './fixtures/office';
import { ToySettler } from './fixtures/toy-settler';
import { ackWaitMs } from './durable-definition';
import { toyBytes, toyEvent } from './fixtures/toy-event';
import type { LoopState } from './metrics';
import { reactionSpec } from './reaction-spec';
import { replaySubjectOf } from './names';
import type { Delivery, Outcome } from './reaction-types';

const durable = 'tracking__settling_v1';
const reaction = reactionSpec({ durable, events: 'tickets.*', order: 'any', replay: 'rebuild' });
const later: Outcome = { kind: 'retry', delayMs: 50 };
const ack: Outcome = { kind: 'ack' };

describe('settling', () => {
  let office: Office;

  /** Nothing undelivered, nothing unacked. */
  const settled = () =>
    waitFor(
      async () => {
        const info = await office.topology.durableInfo(reaction);
        return info && info.num_pending === 0 && info.num_ack_pending === 0;
      },
      { what: 'every message to be acked', timeoutMs: 20_000 },
    );

  /** Leaves the durable with that many messages, all of them ready to be delivered a second time. */
  const failOnce = async (count: number) => {
    const settler = new ToySettler('tracking', () => ({ kind: 'retry', delayMs: 100 }));
    await office.publishMany(count);
    const strategy = office.react({ durable }, settler);
    await waitFor(() => settler.sequences.length >= count, { what: 'the first delivery' });
    await strategy.stopPulling();
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

  beforeEach(async () => {
    const nats = await testNats();
    await nats.wipe();
    office = new Office(nats.url);
    await office.connection.connected();
    await office.topology.apply();
  });
  afterEach(() => office.close());

  it('hands each message over once, in stream order, and acks it', async () => {
    const settler = new ToySettler('tracking');
    const handled: string[] = [];
    office.react({ durable }, settler, (event) => handled.push(event.id));
    const events = await office.publishMany(100);
    await settled();
    expect(settler.sequences).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(new Set(handled)).toEqual(new Set(events.map(({ id }) => id)));
    expect(
      settler.calls.every(({ deliveries }) => deliveries.every(({ deliveryCount }) => deliveryCount === 1)),
    ).toBe(true);
  });

  it('delivers a lone message within milliseconds', async () => {
    const settler = new ToySettler('tracking');
    office.react({ durable }, settler);
    await waitFor(() => office.topology.durableInfo(reaction), { what: 'the durable' });
    const begun = Date.now();
    await office.publish();
    await waitFor(() => settler.calls.length === 1, { what: 'the message', intervalMs: 2 });
    expect(Date.now() - begun).toBeLessThan(500);
  });

  it('shares a batch of at most the declared size', async () => {
    await office.publishMany(25);
    const settler = new ToySettler('tracking');
    office.react({ durable, batch: 10 }, settler);
    await settled();
    expect(settler.calls.map(({ deliveries }) => deliveries.length)).toEqual([10, 10, 5]);
    expect(settler.mostAtOnce).toBe(1);
  });

  it('settles single messages side by side, never more than declared', async () => {
    await office.publishMany(24);
    const settler = new ToySettler('tracking');
    office.react(
      { durable, concurrency: 4 },
      settler,
      () => new Promise((resolve) => setTimeout(resolve, 20)),
    );
    await settled();
    expect(settler.calls.every(({ deliveries }) => deliveries.length === 1)).toBe(true);
    expect(settler.mostAtOnce).toBe(4);
  });

  it('delivers a failed message again, alone and with nothing else in flight', async () => {
    const poisoned = (delivery: Delivery) => delivery.streamSeq % 10 === 3 && delivery.deliveryCount <= 2;
    const settler = new ToySettler('tracking', (delivery) => (poisoned(delivery) ? later : ack));
    office.react(
      { durable, concurrency: 8 },
      settler,
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    );
    const company: number[] = [];
    let inFlight = 0;
    const settle = settler.settle.bind(settler);
    settler.settle = async (spec, deliveries, invoke) => {
      inFlight += deliveries.length;
      if (deliveries.some(({ deliveryCount }) => deliveryCount > 1)) company.push(inFlight - 1);
      const outcomes = await settle(spec, deliveries, invoke);
      inFlight -= deliveries.length;
      return outcomes;
    };
    await office.publishMany(60);
    await settled();
    const again = settler.calls
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ deliveryCount }) => deliveryCount > 1);
    expect(again).toHaveLength(12);
    expect(company).toEqual(again.map(() => 0));
    expect(new Set(settler.sequences).size).toBe(60);
  });

  it('is not held up by a batch of failing messages', async () => {
    const settler = new ToySettler('tracking', ({ streamSeq }) =>
      streamSeq <= 32 ? { kind: 'retry', delayMs: 60_000 } : ack,
    );
    office.react({ durable }, settler);
    await office.publishMany(33);
    await waitFor(() => settler.sequences.includes(33), { what: 'the healthy neighbour', timeoutMs: 3_000 });
  });

  it('loses nothing while the settler is down, and pauses until its probe succeeds', async () => {
    let alive = false;
    const states: LoopState[] = [];
    const settler = new ToySettler(
      'tracking',
      () => (alive ? ack : { kind: 'down' }),
      () => alive,
    );
    const strategy = office.react({ durable }, settler, undefined, {
      loopState: (_, state) => states.push(state),
    });
    await office.publishMany(100);
    await waitFor(() => settler.probes >= 3, { what: 'some probes' });
    expect(strategy.state().loops[durable]).toBe('paused');
    expect(settler.calls).toHaveLength(1);
    alive = true;
    await settled();
    expect(new Set(settler.sequences).size).toBe(100);
    expect(states).toEqual(['running', 'paused', 'running']);
  });

  it('begins nothing more of what it holds once the settler is down', async () => {
    await failOnce(20);
    let alive = false;
    const settler = new ToySettler(
      'tracking',
      () => (alive ? ack : { kind: 'down' }),
      () => alive,
    );
    office.react({ durable }, settler);
    await waitFor(() => settler.probes >= 2, { what: 'a probe' });
    expect(settler.calls).toHaveLength(1);
    alive = true;
    await settled();
    expect(new Set(settler.sequences).size).toBe(20);
  });

  it('treats a settler that throws as down, and does not spin', async () => {
    const settler = new ToySettler('tracking');
    settler.settle = async (spec, deliveries) => {
      settler.calls.push({ reaction: spec, deliveries });
      if (settler.calls.length < 3) throw new Error('a fault of the settler itself');
      return deliveries.map(() => ack);
    };
    office.react({ durable }, settler);
    const begun = Date.now();
    await office.publish();
    await settled();
    expect(settler.calls).toHaveLength(3);
    expect(Date.now() - begun).toBeGreaterThan(2_000);
    expect(office.log.lines.join()).toContain('a fault of the settler itself');
  });

  it('keeps a message that takes longer than ack_wait, though another replica is idle', async () => {
    const settlers = [new ToySettler('tracking'), new ToySettler('tracking')];
    for (const settler of settlers)
      office.react(
        { durable },
        settler,
        () => new Promise((resolve) => setTimeout(resolve, ackWaitMs + 2_000)),
      );
    await office.publish();
    await settled();
    expect(settlers.flatMap(({ sequences }) => sequences)).toEqual([1]);
  });

  it('settles a strict reaction one call at a time, in the order of the stream', async () => {
    await office.publishMany(90);
    const settler = new ToySettler('tracking', ({ streamSeq, deliveryCount }) =>
      streamSeq === 5 && deliveryCount === 1 ? later : ack,
    );
    office.react({ durable, order: 'strict' }, settler);
    await settled();
    expect(settler.mostAtOnce).toBe(1);
    const first = settler.calls.flatMap(({ deliveries }) =>
      deliveries.filter(({ deliveryCount }) => deliveryCount === 1),
    );
    expect(first.map(({ streamSeq }) => streamSeq)).toEqual(
      Array.from({ length: 90 }, (_, index) => index + 1),
    );
  });

  it('hears its own replays and nobody else’s', async () => {
    const settler = new ToySettler('tracking');
    office.react({ durable }, settler);
    for (const name of [durable, 'tracking__other_v1']) {
      const event = toyEvent();
      await office.publisher.publish(replaySubjectOf(name, event.type), toyBytes(event), { msgId: event.id });
    }
    await office.publish();
    await settled();
    expect(settler.sequences).toEqual([1, 3]);
  });

  it('tells what it counted', async () => {
    const seen = { pulled: 0, redelivered: 0, handled: [] as boolean[], settled: [] as string[] };
    const settler = new ToySettler('tracking');
    let failed = false;
    const strategy = office.react(
      { durable },
      settler,
      () => {
        if (failed) return;
        failed = true;
        throw new Error('once');
      },
      {
        pulled: (_, messages, redelivered) => {
          seen.pulled += messages;
          seen.redelivered += redelivered;
        },
        handled: (_, seconds, ok) => seen.handled.push(ok && seconds >= 0),
        settled: (_, outcome) => seen.settled.push(outcome),
      },
    );
    await office.publish();
    await settled();
    expect(seen).toEqual({ pulled: 2, redelivered: 1, handled: [false, true], settled: ['retry', 'ack'] });
    expect(await strategy.backlog()).toEqual([{ durable, pending: 0, unacked: 0, redelivered: 0 }]);
  });

  describe('when asked to stop', () => {
    it('finishes what is in flight and gives back what was not begun, for another replica at once', async () => {
      await failOnce(20);
      let begun = 0;
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const leaving = new ToySettler('tracking');
      const strategy = office.react({ durable }, leaving, () => {
        begun++;
        return released;
      });
      await waitFor(() => begun === 1, { what: 'the first of 20 redelivered messages to be in flight' });
      const stopped = strategy.stopPulling();
      release();
      expect(await stopped).toBe(true);
      expect(strategy.state().loops[durable]).toBe('stopped');
      expect(begun).toBe(1);

      const staying = new ToySettler('tracking');
      office.react({ durable }, staying);
      const restarted = Date.now();
      await settled();
      expect(new Set(staying.sequences).size).toBe(19);
      expect(Date.now() - restarted).toBeLessThan(ackWaitMs / 2);
    });

    it('loses nothing that the broker sends while it leaves', async () => {
      const handedOver = new Set<number>();
      const settlers = Array.from({ length: 20 }, () => new ToySettler('tracking'));
      const publishing = office.publishMany(600);
      for (const settler of settlers) {
        const strategy = office.react(
          { durable, batch: 8 },
          settler,
          () => new Promise((resolve) => setTimeout(resolve, 5)),
        );
        await waitFor(() => settler.calls.length > 0, { what: 'a first call' });
        expect(await strategy.stopPulling()).toBe(true);
      }
      await publishing;
      const last = new ToySettler('tracking');
      office.react({ durable }, last);
      await settled();
      for (const { sequences } of [...settlers, last]) for (const each of sequences) handedOver.add(each);
      expect(handedOver.size).toBe(600);
    });

    it('does not wait longer than it may for a handler that hangs', async () => {
      await office.publish();
      const settler = new ToySettler('tracking');
      let release = () => {};
      const strategy = office.react(
        { durable },
        settler,
        () => new Promise<void>((resolve) => (release = resolve)),
      );
      await waitFor(() => settler.calls.length === 1, { what: 'the handler to begin' });
      const begun = Date.now();
      expect(await strategy.stopPulling(300)).toBe(false);
      expect(Date.now() - begun).toBeLessThan(1_000);
      expect(office.log.lines.at(-1)).toBe(`not stopped within 300 ms: ${durable}`);
      release();
      await settled();
    });
  });
});
