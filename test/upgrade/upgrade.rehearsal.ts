import { told } from '../rehearsals/told';
import { ensureBuilt, root } from '../support/built';
import { expectExactlyOnce } from '../support/exactly-once';
import { Load, type LoadReport } from '../support/load';
import { comeToRest } from '../support/rest';
import { isServed, isServedAgain } from '../support/under-load';
import { earlierVersion, type Version } from './earlier-version';
import { RollingOffice } from './rolling-office';
import { walkComplaint } from './whole-complaint';
import { walkRepair } from './whole-repair';
import { walkVisit } from './whole-visit';

const patienceMs = 1_800_000;
/** Of all requests, those answered 503 with `Retry-After`: that nothing was done, and when to come again. */
const mostBusy = 0.02;
const today: Version = { commit: 'working tree', folder: root };

let before: Version;
let office: RollingOffice;
let load: Load;
let report: LoadReport;

beforeAll(async () => {
  [before] = await Promise.all([earlierVersion(process.env['UPGRADE_FROM']!), ensureBuilt()]);
  office = await RollingOffice.start(before);
  load = new Load(await office.as('resident'), { perSecond: 5 });
  await isServed(load);
}, patienceMs);
afterAll(async () => {
  await load?.end();
  await office?.stop();
}, patienceMs);

/** A request, a complaint with a task and a visit that meet processes of both versions come to their ends, too. */
async function bothVersionsWorkTogether(): Promise<void> {
  const walked = await Promise.all([walkRepair(office), walkComplaint(office), walkVisit(office)]);
  expect(walked.map(({ status }) => status)).toEqual(['closed', 'closed', 'left']);
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const [from, acknowledged, busy] = [performance.now(), load.acknowledged, load.busy];
  await work();
  told(what, { seconds: Math.round((performance.now() - from) / 1_000), acknowledgedMeanwhile: load.acknowledged - acknowledged, busyMeanwhile: load.busy - busy });
}

it(
  'the database and the streams are prepared for the new version while the old one works',
  async () => {
    await timed('prepared', () => office.prepare(today));
    await isServedAgain(load);
    await bothVersionsWorkTogether();
    expect(load.wrong).toEqual([]);
  },
  patienceMs,
);

it(
  'process after process becomes one of the new version',
  async () => {
    await timed('rolled to the new version', () => office.roll(today, bothVersionsWorkTogether));
    await isServedAgain(load);
    await bothVersionsWorkTogether();
    expect(load.wrong).toEqual([]);
  },
  patienceMs,
);

it(
  'and half of them at once, then the other half, become the old version again, on the tables of the new one',
  async () => {
    await timed('rolled back', () => office.rollTogether(before, bothVersionsWorkTogether));
    await isServedAgain(load);
    await bothVersionsWorkTogether();
    report = await load.end();
    const { sent, acknowledged, busy, reasons, broken, wrong } = report;
    told('the load', { sent, acknowledged: acknowledged.size, busy, broken, wrong: wrong.length });
    told('what the busy answers said', reasons);
    expect(report).toMatchObject({ wrong: [], broken: 0 });
    // Repeated with success, each of them: but nobody is to wait twice often.
    expect(busy).toBeLessThanOrEqual(sent * mostBusy);
    expect(Object.keys(reasons).filter((reason) => !reason.startsWith('unavailable: '))).toEqual([]);
    await expectExactlyOnce(office, report);
    expect(await office.deadLetters()).toBe(0);
  },
  patienceMs,
);

it(
  'what only the new version hears has waited for it: nothing is lost, nothing is done twice',
  async () => {
    await office.replaceAll(today);
    await comeToRest(office, 240_000);
    await expectExactlyOnce(office, report);
    expect(await office.deadLetters()).toBe(0);
    expect(await office.verify(today)).toEqual([]);
  },
  patienceMs,
);
