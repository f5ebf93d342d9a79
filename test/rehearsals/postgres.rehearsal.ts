import { expectExactlyOnce } from '../support/exactly-once';
import { Load } from '../support/load';
import { Office } from '../support/office';
import { isServed, isServedAgain } from '../support/under-load';
import { PrimaryAndStandby } from './primary-and-standby';
import { told } from './told';

const patienceMs = 600_000;

let servers: PrimaryAndStandby;
let office: Office;
let load: Load;

beforeAll(async () => {
  servers = await PrimaryAndStandby.start();
  office = await Office.start({ deployment: 'services', replicas: 2, firstStart: true, env: { DATABASE_URL: servers.databaseUrl } });
  load = new Load(await office.as('resident'), { perSecond: 10 });
  await isServed(load);
}, patienceMs);
afterAll(async () => {
  await load?.end();
  await office?.stop();
  await servers?.stop();
}, patienceMs);

it(
  'PostgreSQL dies under load and its standby is promoted: work goes on, and whatever was acknowledged is there, once',
  async () => {
    const from = performance.now();
    await servers.failOver();
    const promotedAfterMs = Math.round(performance.now() - from);
    await isServedAgain(load);
    told('the primary is killed, its standby promoted', { promotedAfterMs, servedAgainAfterMs: Math.round(performance.now() - from) });
    const report = await load.end();
    told('the load', { sent: report.sent, acknowledged: report.acknowledged.size, busy: report.busy, broken: report.broken, wrong: report.wrong.length });
    expect(report).toMatchObject({ wrong: [], broken: 0 });
    await office.comeToRest(240_000);
    await expectExactlyOnce(office, report);
    expect(await office.verify()).toEqual([]);
  },
  patienceMs,
);
