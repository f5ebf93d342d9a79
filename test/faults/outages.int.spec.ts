import { waitFor } from '@property-office/testing';
import { expectExactlyOnce } from '../support/exactly-once';
import { exchange, type Answer, type Problem } from '../support/http';
import type { LoadReport } from '../support/load';
import { Office } from '../support/office';
import { report, repairsPath, reportOf, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate' });
  resident = (await office.as('resident')).impatient;
}, startMs);
afterAll(() => office?.stop(), startMs);

async function expectWhole(seen: LoadReport): Promise<void> {
  expect(seen.wrong).toEqual([]);
  await expectExactlyOnce(office, seen);
  expect(await office.verify()).toEqual([]);
}

const epochs = async () =>
  Object.fromEntries(
    (
      await office.query<{ stream: string; epoch: number }>('SELECT stream, epoch FROM tickets.stream_state')
    ).map(({ stream, epoch }) => [stream, epoch]),
  );
const state = (path: string): Promise<Answer<{ status: string; checks: Record<string, string> }>> =>
  exchange(office.url, { method: 'GET', path });

it(
  'the broker is away: work is accepted all the while, also after a start, and catches up',
  async () => {
    let during = 0;
    const seen = await underLoad(resident, { perSecond: 30 }, async (load) => {
      await office.kill9('nats');
      const before = load.acknowledged;
      await waitFor(() => load.acknowledged > before + 40, { what: 'requests accepted without the broker' });
      during = load.acknowledged - before;
      expect(await state('/health/ready')).toMatchObject({ status: 200, body: { checks: { nats: 'down' } } });
      await office.kill9('office');
      await office.open();
      const { id } = await report(resident, { description: '没有消息服务的时候' });
      expect(await resident.get<Problem>(`${repairsPath}/${id}/timeline`)).toMatchObject({
        status: 503,
        headers: { 'retry-after': expect.any(String) },
      });
      await office.restart('nats');
      await waitFor(() => timelineOf(resident, id), { what: 'its timeline', timeoutMs: 20_000 });
    });
    expect(during).toBeGreaterThan(40);
    await expectWhole(seen);
  },
  caseMs,
);

it(
  'the broker loses its disk: the streams are made again from the ledgers',
  async () => {
    const before = await epochs();
    const seen = await underLoad(resident, { perSecond: 30 }, async () => {
      await office.kill9('nats');
      office.wipeNats();
      await office.restart('nats');
    });
    expect(seen).toMatchObject({ broken: 0, busy: 0 });
    await expectWhole(seen);
    expect((await epochs()).EVENTS_TICKETS).toBe(before.EVENTS_TICKETS! + 1);
  },
  caseMs,
);

it(
  'the database is away: 503 with Retry-After within three seconds, and recovery without hands',
  async () => {
    const answers: Array<Answer<Problem>> = [];
    const seen = await underLoad(resident, { perSecond: 30 }, async () => {
      await office.stopServer('postgres');
      for (const round of [1, 2, 3]) {
        answers.push(
          await resident.post<Problem>(repairsPath, reportOf(resident, { description: `停机 ${round}` })),
        );
        answers.push(await resident.get<Problem>(repairsPath));
        answers.push(
          await office.nobody('en').impatient.post<Problem>('/api/sessions', { login: 'resident', password: 'x' }),
        );
      }
      expect((await state('/health/live')).status).toBe(200);
      await waitFor(async () => (await state('/health/ready')).status === 503, {
        what: 'the office to say that it is not ready',
      });
      await office.restart('postgres');
    });
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    for (const { ms, headers, body, text } of answers) {
      expect(ms).toBeLessThan(3_000);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect([body.code, text]).toEqual([
        expect.stringMatching(/^(unavailable|unknown-outcome)$/),
        expect.not.stringContaining('stack'),
      ]);
    }
    expect(seen.busy).toBeGreaterThan(0);
    expect(seen.slowestBusyMs).toBeLessThan(3_000);
    await expectWhole(seen);
    expect((await office.ops('dead-letters', 'list')).out).toBe('no dead letter is waiting\n');
  },
  caseMs,
);

it(
  'kill -9 of the database, which is started again',
  async () => {
    const seen = await underLoad(resident, { perSecond: 30 }, async () => {
      await office.kill9('postgres');
      await office.restart('postgres');
    });
    await expectWhole(seen);
  },
  caseMs,
);
