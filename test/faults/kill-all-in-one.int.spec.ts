import { killAndReturn, reactedAfter, reactionsWithinMs, type Return } from '../support/after-return';
import { expectExactlyOnce } from '../support/exactly-once';
import type { LoadReport } from '../support/load';
import { Office } from '../support/office';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  resident = await office.as('resident');
}, startMs);
afterAll(() => office?.stop(), startMs);

async function expectWhole(report: LoadReport): Promise<void> {
  expect(report.wrong).toEqual([]);
  await expectExactlyOnce(office, report);
}

it(
  'kill -9 of the whole office, and a start',
  async () => {
    let back!: Return;
    const report = await underLoad(resident, { perSecond: 40 }, async () => {
      back = await killAndReturn(office, 'office');
    });
    expect(await reactedAfter(office, back)).toBeLessThan(reactionsWithinMs);
    expect(report.broken).toBeGreaterThan(0);
    await expectWhole(report);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);

it(
  'kill -9 of NATS: it comes back without hands, and nobody outside notices',
  async () => {
    let back!: Return;
    const report = await underLoad(resident, { perSecond: 30 }, async () => {
      back = await killAndReturn(office, 'nats');
    });
    expect(await reactedAfter(office, back)).toBeLessThan(reactionsWithinMs);
    expect(report).toMatchObject({ broken: 0, busy: 0 });
    await expectWhole(report);
  },
  caseMs,
);

it(
  'kill -9 of PostgreSQL: it comes back without hands',
  async () => {
    let back!: Return;
    const report = await underLoad(resident, { perSecond: 30 }, async () => {
      back = await killAndReturn(office, 'postgres');
    });
    expect(await reactedAfter(office, back)).toBeLessThan(reactionsWithinMs);
    expect(report.busy).toBeGreaterThan(0);
    await expectWhole(report);
  },
  caseMs,
);

it(
  'SIGTERM: whatever took effect was answered, and the office ends in order',
  async () => {
    let code: number | NodeJS.Signals = 1;
    const report = await underLoad(resident, { perSecond: 40, insists: false }, async () => {
      code = await office.close();
    });
    expect(code).toBe(0);
    // While nobody works: every role gets another password, with which the office opens.
    expect(await office.ops('rotate-keys', 'database')).toMatchObject({ code: 0, out: expect.stringContaining('every role has another password') });
    await office.open();
    await expectWhole(report);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
