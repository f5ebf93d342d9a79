import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { Ledgers } from '../ledgers.fixture';
import { CopySiteZonesReaction } from '../reactions/copy-site-zones.reaction';
import { TrackingUnderTest } from '../tracking.fixture';
import { ReadComplaintFigures } from './complaint-figures';
import { ReadContactFigures } from './contact-figures';
import type { Period } from './figure-sql';
import { ReadNoticeFigures } from './notice-figures';
import { ReadRepairFigures } from './repair-figures';
import { ReadSuggestionFigures } from './suggestion-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

/** A site in a zone, with one request reported at an instant. */
async function siteIn(timeZone: string, at: string): Promise<string> {
  const { database } = tracking.runtime;
  const [siteId, requestId] = [newId(), newId()];
  const event = { data: { placeId: siteId, kind: 'site', timeZone } };
  await database.transaction(async (tx) =>
    new CopySiteZonesReaction().onPlace(event as never, { tx, now: tx.now } as ReactionContext<Transaction>),
  );
  await database.query(`INSERT INTO timeline (repair_request_id, site_id, number, opened_at) VALUES ($1, $2, 'R-1', $3)`, [requestId, siteId, at]);
  await database.query(
    `INSERT INTO timeline_entry (event_id, repair_request_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at, recorded_at, actor_id, actor_role, data)
     VALUES ($1, $2, 'repair-request', $2, 1, 'tickets.repair-requested.v1', $3, $3, $1, 'resident', '{}')`,
    [newId(), requestId, at],
  );
  return siteId;
}

test('a request counts on the day, and in the month, that the calendar of its site shows', async () => {
  const at = '2026-11-30T16:30:00.000Z';
  const sites = { shanghai: await siteIn('Asia/Shanghai', at), london: await siteIn('Europe/London', at) };
  const figures = new ReadRepairFigures(tracking.runtime.database);
  const period = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') };
  const groups = async (siteId: string, by: 'day' | 'month') => {
    const director = tracking.holding('director', { roles: [{ role: 'director', siteId }] });
    return (await figures.of(director, period, by)).map(({ group, reported }) => [group, reported]);
  };
  expect(await groups(sites.shanghai, 'day')).toEqual([['2026-12-01', 1]]);
  expect(await groups(sites.shanghai, 'month')).toEqual([['2026-12', 1]]);
  expect(await groups(sites.london, 'day')).toEqual([['2026-11-30', 1]]);
  expect(await groups(sites.london, 'month')).toEqual([['2026-11', 1]]);
});

test('seconds between milliseconds are told to the thousandth, without the noise of their division', async () => {
  const begin = Date.parse('2026-11-20T00:00:00.000Z');
  const ledgers = new Ledgers();
  const { id: siteId } = ledgers.site('Asia/Shanghai');
  for (const milliseconds of [137, 1_153, 1_281]) {
    const id = newId();
    const at = (after: number) => ({ id, siteId, at: new Date(begin + after) });
    ledgers.record('tickets.repair-requested.v1', at(0), {
      number: 'R-1', episode: 1, category: 'light', repairClass: 'P2', dispatchMode: 'claim', skill: 'electricity', location: { kind: 'home', id: newId() }, description: 'x',
      reporterId: null, preferredFrom: null, preferredTo: null, channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [],
    });
    ledgers.record('tickets.repair-resolved.v1', at(milliseconds), { number: 'R-1', episode: 1, workOrderId: null });
  }
  await ledgers.follow(tracking.runtime.database);
  const director = tracking.holding('director', { roles: [{ role: 'director', siteId }] });
  const [found] = await new ReadRepairFigures(tracking.runtime.database).of(director, { from: new Date(begin), to: new Date(begin + 1) }, 'none');
  expect([found?.secondsToResolveP50, found?.secondsToResolveP90]).toEqual([1.153, 1.255]);
});

const everyFigure: ReadonlyArray<[string, (database: Database) => { of(principal: Principal, period: Period, groupBy: 'none'): Promise<unknown[]> }]> = [
  ['repairs', (database) => new ReadRepairFigures(database)],
  ['contacts', (database) => new ReadContactFigures(database)],
  ['complaints', (database) => new ReadComplaintFigures(database)],
  ['suggestions', (database) => new ReadSuggestionFigures(database)],
  ['notices', (database) => new ReadNoticeFigures(database)],
];

test.each(everyFigure)('figures of %s on a site that one does not answer for are refused, whether it is there or not (Q2)', async (_, figuresOn) => {
  const [own, foreign] = [await siteIn('Asia/Shanghai', '2026-11-20T00:00:00Z'), await siteIn('Asia/Shanghai', '2026-11-20T00:00:00Z')];
  const figures = figuresOn(tracking.runtime.database);
  const period = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') };
  const of = (principal: Principal, siteId: string) => figures.of(principal, { ...period, siteId }, 'none');
  const director = tracking.holding('director', { roles: [{ role: 'director', siteId: own }, { role: 'technician', siteId: foreign }] });
  await expect(of(director, own)).resolves.toBeDefined();
  for (const siteId of [foreign, newId()]) await expect(of(director, siteId)).rejects.toMatchObject({ code: 'role-may-not' });
  await expect(of(tracking.holding('company', { roles: [{ role: 'company', siteId: null }] }), foreign)).resolves.toBeDefined();
});
