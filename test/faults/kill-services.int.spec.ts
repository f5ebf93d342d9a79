import { serviceNames } from '@property-office/contracts';
import { killAndReturn, reactedAfter, reactionsWithinMs, type Return } from '../support/after-return';
import { expectExactlyOnce } from '../support/exactly-once';
import { Load } from '../support/load';
import { Office } from '../support/office';
import type { Session } from '../support/session';
import { isServed, isServedAgain, underLoad } from '../support/under-load';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;

beforeAll(async () => {
  office = await Office.start({ deployment: 'services' });
  resident = await office.as('resident');
}, startMs);
afterAll(() => office?.stop(), startMs);

describe('under one load, one after the other', () => {
  let load: Load;
  beforeAll(async () => {
    load = new Load(resident, { perSecond: 20 });
    await isServed(load);
  });
  // Also where a case has failed.
  afterAll(() => load?.end());

  it.each([...serviceNames, 'gateway'])(
    'kill -9 of %s, which comes back without hands',
    async (part) => {
      await office.kill9(part);
      await office.restart(part);
      await isServedAgain(load);
      expect(load.wrong).toEqual([]);
    },
    caseMs,
  );

  it(
    'whatever was acknowledged meanwhile took effect, once',
    async () => {
      const report = await load.end();
      expect(report.wrong).toEqual([]);
      await expectExactlyOnce(office, report);
    },
    caseMs,
  );
});

// Each with a load of its own: what nobody finished while a service was away must be finished before all connect anew.
it.each(['dispatch', 'nats', 'postgres'])(
  'kill -9 of %s, which comes back without hands: every reaction is there ten seconds later',
  async (part) => {
    let back!: Return;
    const report = await underLoad(resident, { perSecond: 20 }, async () => {
      back = await killAndReturn(office, part);
    });
    expect(report.wrong).toEqual([]);
    expect(await reactedAfter(office, back)).toBeLessThan(reactionsWithinMs);
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
