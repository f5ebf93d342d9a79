import { waitFor } from '@property-office/testing';
import { expectExactlyOnce } from '../support/exactly-once';
import { Load } from '../support/load';
import { Office } from '../support/office';
import { isServed, isServedAgain } from '../support/under-load';
import { told } from './told';
import { ThreeBrokers } from './three-brokers';

const patienceMs = 600_000;
const backlogWhileAway = 40;

let brokers: ThreeBrokers;
let office: Office;
let load: Load;

beforeAll(async () => {
  brokers = await ThreeBrokers.start();
  office = await Office.start({ deployment: 'services', replicas: 2, env: { NATS_URL: brokers.natsUrl, NATS_STREAM_REPLICAS: '3' } });
  load = new Load(await office.as('resident'), { perSecond: 10 });
  await isServed(load);
}, patienceMs);
afterAll(async () => {
  await load?.end();
  await office?.stop();
  await brokers?.stop();
}, patienceMs);

const pending = async (): Promise<number> => Number((await office.query<{ n: string }>('SELECT count(*) AS n FROM tickets.outbox_pending'))[0]!.n);
const published = async (): Promise<number> =>
  Number((await office.query<{ n: string }>(`SELECT count(*) AS n FROM tracking.inbox`))[0]!.n);

/** Milliseconds until reactions take events again. */
async function untilReactionsGoOn(): Promise<number> {
  const from = performance.now();
  const before = await published();
  await waitFor(async () => (await published()) > before + 20, { what: 'reactions to go on', timeoutMs: 120_000 });
  return performance.now() - from;
}

it(
  'one of three brokers dies, the one that leads the stream: the other two go on',
  async () => {
    expect(new Set(Object.values(await brokers.replicasOf()))).toEqual(new Set([3]));
    const leader = await brokers.leaderOf('EVENTS_TICKETS');
    await brokers.servers[leader]!.kill();
    told('one of three brokers is killed', { reactionsGoOnAfterMs: Math.round(await untilReactionsGoOn()) });
    await isServedAgain(load);
    await brokers.servers[leader]!.start();
    await brokers.untilTheyAgree();
  },
  patienceMs,
);

it(
  'two of three die: nothing is published, work is accepted all the while, and catches up when one is back',
  async () => {
    const [first, second] = brokers.servers;
    await Promise.all([first!.kill(), second!.kill()]);
    const before = load.acknowledged;
    await waitFor(() => load.acknowledged > before + backlogWhileAway, { what: 'requests accepted without a broker', timeoutMs: 120_000 });
    const waiting = await pending();
    expect(waiting).toBeGreaterThan(0);
    await first!.start();
    const from = performance.now();
    await waitFor(async () => (await pending()) < waiting / 4, { what: 'the backlog to go', timeoutMs: 240_000, intervalMs: 100 });
    told('two of three brokers are killed, one comes back', {
      acceptedMeanwhile: load.acknowledged - before,
      eventsWaiting: waiting,
      publishedAfterMs: Math.round(performance.now() - from),
    });
    await second!.start();
    await brokers.untilTheyAgree();
  },
  patienceMs,
);

it(
  'whatever was acknowledged took effect, once',
  async () => {
    const report = await load.end();
    told('the load', { sent: report.sent, acknowledged: report.acknowledged.size, busy: report.busy, broken: report.broken, wrong: report.wrong.length });
    expect(report).toMatchObject({ wrong: [], broken: 0 });
    await office.comeToRest(240_000);
    await expectExactlyOnce(office, report);
    expect(await office.verify()).toEqual([]);
  },
  patienceMs,
);
