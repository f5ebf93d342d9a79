import { isRunning, waitFor } from '@property-office/testing';
import { killBeside, reactedAfter, reactionsWithinMs, watchProcessor, type Return } from '../support/after-return';
import { expectExactlyOnce } from '../support/exactly-once';
import { exchange } from '../support/http';
import { Load } from '../support/load';
import { Office, type Part } from '../support/office';
import type { Session } from '../support/session';
import { isServed, isServedAgain } from '../support/under-load';

const startMs = 300_000;
const caseMs = 300_000;
/** A lease of five seconds, and the two after which who waits for it looks at the latest. */
const leaderWithinMs = 7_000;
/** For the metrics of a busy process to be read. */
const readingMs = 2_000;

let office: Office;
let resident: Session;
let load: Load;
/** Of each kill, when it happened and who goes on: what had been recorded by then is looked at when the load has ended. */
const kills: Return[] = [];

beforeAll(async () => {
  office = await Office.start({ deployment: 'services', replicas: 2 });
  resident = await office.as('resident');
  load = new Load(resident, { perSecond: 20 });
  await isServed(load);
}, startMs);
afterAll(async () => {
  await load?.end();
  await office?.stop();
}, startMs);

async function leads(part: Part): Promise<boolean> {
  const { text } = await exchange(office.urlOf(part), { method: 'GET', path: '/metrics' });
  return /^relay_leader\{[^}]*\} 1$/m.test(text);
}

/** Which process of a service publishes for it, and which waits to. */
async function placesOf(service: string): Promise<{ leader: Part; other: Part }> {
  const parts = [`${service}-1`, `${service}-2`];
  return waitFor(
    async () => {
      const leading = await Promise.all(parts.map(leads));
      return leading[0] !== leading[1] && { leader: parts[leading.indexOf(true)]!, other: parts[leading.indexOf(false)]! };
    },
    { what: `a leader of ${service}` },
  );
}

it.each(['dispatch', 'directory'])(
  'kill -9 of one of two processes of %s: the other answers all the while',
  async (service) => {
    kills.push(await killBeside(office, `${service}-1`, `${service}-2`));
    await isServedAgain(load);
    expect(load.wrong).toEqual([]);
    await office.restart(`${service}-1`);
    await isServedAgain(load);
  },
  caseMs,
);

it(
  'kill -9 of the process that publishes for tickets: another leads before its lease is long over',
  async () => {
    const { leader, other } = await placesOf('tickets');
    const waits = watchProcessor(office.pid(other));
    kills.push(await killBeside(office, leader, other));
    const from = Date.now();
    // The other, or, on a slow machine, the one that was killed, which is started again meanwhile.
    const next = await waitFor(async () => (await leads(other)) ? other : (await leads(leader)) && leader, { what: 'another leader', timeoutMs: 60_000, intervalMs: 50 });
    waits.end();
    expect(Date.now() - from - waits.until(new Date())).toBeLessThan(leaderWithinMs + readingMs);
    await isServedAgain(load);
    await office.restart(leader);
    // Who comes back finds the place taken.
    expect([await leads(leader), await leads(other)]).toEqual([leader === next, other === next]);
  },
  caseMs,
);

it(
  'nobody was refused but with 503 and when to come again, and whatever was acknowledged took effect, once, within ten seconds',
  async () => {
    const report = await load.end();
    expect(report).toMatchObject({ wrong: [], broken: 0 });
    expect(kills.length).toBe(3);
    for (const each of kills) expect(await reactedAfter(office, each)).toBeLessThan(reactionsWithinMs);
    await expectExactlyOnce(office, report);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);

it(
  'SIGTERM ends all of them in order',
  async () => {
    const pids = ['tickets-1', 'tickets-2', 'gateway'].map((part) => office.pid(part));
    expect(await office.close()).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
  },
  caseMs,
);
