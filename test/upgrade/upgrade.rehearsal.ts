import { told } from '../rehearsals/told';
import { ensureBuilt, root } from '../support/built';
import { expectExactlyOnce } from '../support/exactly-once';
import { Load, type LoadReport } from '../support/load';
import { comeToRest } from '../support/rest';
import { isServed, isServedAgain } from '../support/under-load';
import { earlierVersion, type Version } from './earlier-version';
import { RollingOffice } from './rolling-office';
import { walkRepair } from './whole-repair';

const patienceMs = 1_800_000;
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

/** A request that meets processes of both versions comes to its end, too. */
async function bothVersionsWorkTogether(): Promise<void> {
  expect(await walkRepair(office)).toMatchObject({ status: 'closed' });
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const [from, acknowledged] = [performance.now(), load.acknowledged];
  await work();
  told(what, { seconds: Math.round((performance.now() - from) / 1_000), acknowledgedMeanwhile: load.acknowledged - acknowledged });
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
    await timed('rolled to the new version', () => office.roll(today, 'gateways last', bothVersionsWorkTogether));
    await isServedAgain(load);
    await bothVersionsWorkTogether();
    expect(load.wrong).toEqual([]);
  },
  patienceMs,
);

it(
  'and one of the old version again, on the tables of the new one',
  async () => {
    await timed('rolled back', () => office.roll(before, 'gateways first', bothVersionsWorkTogether));
    await isServedAgain(load);
    await bothVersionsWorkTogether();
    report = await load.end();
    const { sent, acknowledged, busy, broken, wrong } = report;
    told('the load', { sent, acknowledged: acknowledged.size, busy, broken, wrong: wrong.length });
    expect(report).toMatchObject({ wrong: [], broken: 0, busy: 0 });
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
