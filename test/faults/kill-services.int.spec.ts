import { serviceNames } from '@property-office/contracts';
import { expectExactlyOnce } from '../support/exactly-once';
import { Office } from '../support/office';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;

beforeAll(async () => {
  office = await Office.start({ deployment: 'services' });
  resident = await office.as('resident');
}, startMs);
afterAll(() => office?.stop(), startMs);

it.each([...serviceNames, 'gateway', 'nats', 'postgres'])(
  'kill -9 of %s, which comes back without hands',
  async (part) => {
    const report = await underLoad(resident, { perSecond: 20 }, async () => {
      await office.kill9(part);
      await office.restart(part);
    });
    expect(report.wrong).toEqual([]);
    await expectExactlyOnce(office, report);
  },
  caseMs,
);

it(
  'after all that every invariant holds',
  async () => {
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);

it(
  'SIGTERM: whatever took effect was answered, and all processes end in order',
  async () => {
    let code: number | NodeJS.Signals = 1;
    const report = await underLoad(resident, { perSecond: 20, insists: false }, async () => {
      code = await office.close();
    });
    expect(code).toBe(0);
    await office.open();
    expect(report.wrong).toEqual([]);
    await expectExactlyOnce(office, report);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
