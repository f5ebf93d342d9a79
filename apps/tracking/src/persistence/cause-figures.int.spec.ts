import { causeSources, complaintKinds, largestCauses, type EventData } from '@property-office/contracts';
import { decodeCursor, newId } from '@property-office/kernel';
import fc from 'fast-check';
import { complain, complaintHistory, mergedIn } from '../complaint-histories.fixture';
import { dayOn, Ledgers, minutesAfter } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { ReadCauseFigures } from './cause-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const month = '2025-03';
const day = 24 * 60;
const categories = ['water-leak', 'light', 'door-lock', 'lift'];
/** What became of a report, and whether it is a case of its own. */
const ends = ['open', 'merged', 'unmerged', 'merged-but-done', 'cancelled', 'cancelled-but-done'] as const;
const counts = (end: (typeof ends)[number]) => end !== 'merged' && end !== 'cancelled';
const reported = fc.record({ at: fc.integer({ min: -2 * day, max: 40 * day }), category: fc.nat(3), corrected: fc.option(fc.nat(3)), end: fc.constantFrom(...ends) });

const answers = Array.from({ length: 4 }, () => newId());
/** How a contact ended: by a standard answer, by words of somebody's own, of a matter they named or not, or not at all. */
const asked = fc.record({ site: fc.nat(1), at: fc.integer({ min: -2 * day, max: 40 * day }), end: fc.constantFrom(...answers, 'own-words', 'guided', 'open'), after: fc.integer({ min: 1, max: 3 * day }), named: fc.option(fc.constantFrom(...answers)) });

function ask(ledgers: Ledgers, siteId: string, told: { at: number; end: string; after: number; named: string | null }): void {
  const about = { id: newId(), siteId, at: minutesAfter(begin, told.at) };
  ledgers.record('reception.contact-recorded.v1', about, { number: 'Q-1', channel: 'call', caller: 'unknown', ownerId: newId(), attachmentIds: [] });
  const later = { ...about, at: minutesAfter(about.at, told.after) };
  if (told.end === 'guided') ledgers.record('reception.contact-guided.v1', later, { number: 'Q-1', whereTo: '街道' });
  else if (told.end === 'own-words') ledgers.record('reception.contact-answered.v1', later, { number: 'Q-1', standardAnswer: null, ...(told.named && { causeId: told.named }) });
  else if (told.end !== 'open') ledgers.record('reception.contact-answered.v1', later, { number: 'Q-1', standardAnswer: { id: told.end, version: 1 } });
}

const requested = (category: string): EventData<'tickets.repair-requested.v1'> => ({
  number: 'R-1', episode: 1, category, repairClass: 'P2', dispatchMode: 'claim', skill: 'electricity', location: { kind: 'home', id: newId() }, description: 'x',
  reporterId: null, preferredFrom: null, preferredTo: null, channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [],
});

function endAs(ledgers: Ledgers, about: { id: string; siteId: string; at: Date }, end: (typeof ends)[number]): void {
  const which = { number: 'R-1', episode: 1 };
  if (end.includes('merged')) ledgers.record('tickets.repair-merged.v1', about, { ...which, into: { id: newId(), number: 'R-2' }, from: 'open', reason: null });
  if (end === 'unmerged') ledgers.record('tickets.repair-unmerged.v1', about, { ...which, from: { id: newId(), number: 'R-2' }, state: 'open' });
  if (end.startsWith('cancelled')) ledgers.record('tickets.repair-cancelled.v1', about, { ...which, reason: 'x', from: 'open' });
  if (end.endsWith('done')) ledgers.record('tickets.repair-resolved.v1', about, { ...which, workOrderId: null });
}

/** Counted by hand, the most first. */
function largest(rows: Array<{ cause: string; id: string; at: string }>): Array<{ cause: string; count: number; ids: string[] }> {
  return [...Map.groupBy(rows, ({ cause }) => cause)]
    .map(([cause, each]) => ({ cause, count: each.length, ids: each.map(({ id }) => id).sort() }))
    .toSorted((one, other) => other.count - one.count || (one.cause < other.cause ? -1 : 1))
    .slice(0, largestCauses);
}

test('the largest causes of a month are what one counts through the ledgers by hand, each with all of its cases (R3.3)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(complaintHistory, { maxLength: 20 }), fc.array(reported, { maxLength: 20 }), fc.array(asked, { maxLength: 30 }), async (histories, repairs, contacts) => {
      const ledgers = new Ledgers();
      const sites = [ledgers.site('Asia/Shanghai'), ledgers.site('Europe/London')];
      const reader = tracking.holding('director', { roles: sites.map(({ id: siteId }) => ({ role: 'director' as const, siteId })), crews: [newId()] });
      for (const each of histories) complain(ledgers, sites[each.site]!.id, begin, reader, each);
      for (const each of contacts) ask(ledgers, sites[each.site]!.id, each);
      const noCases = new Set<string>();
      for (const { at, category, corrected, end } of repairs) {
        const about = { id: newId(), siteId: sites[0]!.id, at: minutesAfter(begin, at) };
        ledgers.record('tickets.repair-requested.v1', about, requested(categories[category]!));
        if (corrected !== null) ledgers.record('tickets.repair-corrected.v1', about, { number: 'R-1', episode: 1, from: { category: categories[category]! }, to: { category: categories[corrected]! }, reason: 'x' });
        endAs(ledgers, about, end);
        if (!counts(end)) noCases.add(about.id);
      }
      await ledgers.follow(tracking.runtime.database);
      const hiddenFrom = ({ personIds, crewIds }: { personIds: string[]; crewIds: string[] }) => personIds.includes(reader.personId) || crewIds.some((id) => reader.crews.includes(id));
      const hidden = new Set(ledgers.events.filter(({ data }) => 'hiddenFrom' in data && hiddenFrom(data.hiddenFrom as never)).map(({ subject }) => subject));
      const figures = new ReadCauseFigures(tracking.runtime.database);
      for (const { id: siteId, zone } of sites) {
        const inMonth = ({ siteid, happenedat }: { siteid: string; happenedat: string }) => siteid === siteId && dayOn(zone, happenedat).startsWith(month);
        const merged = mergedIn(ledgers);
        const complained = ledgers.of('complaints.complaint-recorded.v1').filter((event) => inMonth(event) && !hidden.has(event.subject) && !merged.has(event.subject));
        const causeOf = (id: string) => (ledgers.of('tickets.repair-corrected.v1').findLast(({ subject }) => subject === id)?.data.to as { category?: string } | undefined)?.category;
        const answered = new Map(ledgers.of('reception.contact-answered.v1').flatMap(({ subject, data }) => [data.standardAnswer?.id ?? data.causeId].flatMap((cause) => (cause ? [[subject, cause] as const] : []))));
        const all = {
          complaints: complained.map(({ subject: id, data, happenedat: at }) => ({ cause: data.kind, id, at })),
          repairs: ledgers.of('tickets.repair-requested.v1').filter((event) => inMonth(event) && !noCases.has(event.subject)).map(({ subject: id, data, happenedat: at }) => ({ cause: causeOf(id) ?? data.category, id, at })),
          enquiries: ledgers.of('reception.contact-recorded.v1').filter((event) => inMonth(event) && answered.has(event.subject)).map(({ subject: id, happenedat: at }) => ({ cause: answered.get(id)!, id, at })),
        };
        const found = await figures.of(reader, { siteId, month });
        const opened = Object.entries(found).map(([of, causes]) => [of, causes.map(({ cause, count, cases }) => ({ cause, count, ids: cases.map(({ id }) => id).sort() }))]);
        expect(Object.fromEntries(opened)).toEqual(Object.fromEntries(Object.entries(all).map(([of, rows]) => [of, largest(rows)])));
        for (const source of causeSources) {
          const large = largest(all[source]);
          for (const cause of new Set([...all[source].map((row) => row.cause), 'nothing'])) {
            const ranked = { count: all[source].filter((row) => row.cause === cause).length, isLarge: large.some((each) => each.cause === cause) };
            expect(await figures.rank(reader, { siteId, month }, { source, cause })).toEqual(ranked);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a complaint hidden from the reader is among no causes of theirs; another site is refused, whether it is there or not (W2.3)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const about = tracking.holding('desk-lead', { roles: [{ role: 'desk-lead', siteId: site.id }], crews: [newId()] });
  const [plain] = fc.sample(complaintHistory, { numRuns: 1, seed: 1 });
  complain(ledgers, site.id, begin, about, { ...plain!, kind: complaintKinds[0], at: 5 * day, hidden: 'person' });
  await ledgers.follow(tracking.runtime.database);
  const figures = new ReadCauseFigures(tracking.runtime.database);
  expect((await figures.of(about, { siteId: site.id, month })).complaints).toEqual([]);
  expect(await figures.rank(about, { siteId: site.id, month }, { source: 'complaints', cause: complaintKinds[0] })).toEqual({ count: 0, isLarge: false });
  expect((await figures.of({ ...about, personId: newId(), crews: [] }, { siteId: site.id, month })).complaints).toMatchObject([{ cause: complaintKinds[0], count: 1 }]);
  await expect(figures.of(about, { siteId: newId(), month })).rejects.toMatchObject({ code: 'role-may-not' });
});

test('what is more than a page is opened page by page, the newest first, without what is hidden (R3.3, W2.3)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const reader = tracking.holding('desk-lead', { roles: [{ role: 'desk-lead', siteId: site.id }], crews: [newId()] });
  const times = Array.from({ length: 103 }, (_, index) => minutesAfter(begin, 60 * index));
  const ids = times.map((at) => {
    const about = { id: newId(), siteId: site.id, at };
    ledgers.record('tickets.repair-requested.v1', about, requested('light'));
    return about.id;
  });
  const [plain] = fc.sample(complaintHistory, { numRuns: 1, seed: 1 });
  for (const hidden of ['no', 'person'] as const) complain(ledgers, site.id, begin, reader, { ...plain!, kind: complaintKinds[0], at: 5 * day, hidden });
  await ledgers.follow(tracking.runtime.database);
  const figures = new ReadCauseFigures(tracking.runtime.database);
  const newest = ids.toReversed();
  const counted = { siteId: site.id, month };

  const [light] = (await figures.of(reader, counted)).repairs;
  expect(light).toMatchObject({ cause: 'light', count: 103 });
  expect(light!.cases.map(({ id }) => id)).toEqual(newest.slice(0, 100));
  const rest = await figures.cases(reader, counted, { source: 'repairs', cause: 'light' }, 100, decodeCursor(light!.nextCursor!));
  expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([newest.slice(100), null]);
  const first = await figures.cases(reader, counted, { source: 'repairs', cause: 'light' }, 2);
  expect(first.items.map(({ id }) => id)).toEqual(newest.slice(0, 2));
  expect((await figures.cases(reader, counted, { source: 'repairs', cause: 'light' }, 2, decodeCursor(first.nextCursor!))).items.map(({ id }) => id)).toEqual(newest.slice(2, 4));
  expect((await figures.cases(reader, { ...counted, month: '2025-04' }, { source: 'repairs', cause: 'light' }, 2)).items).toEqual([]);

  const seen = await figures.cases(reader, counted, { source: 'complaints', cause: complaintKinds[0] }, 100);
  expect(seen.items).toHaveLength(1);
  await expect(figures.cases(reader, { ...counted, siteId: newId() }, { source: 'repairs', cause: 'light' }, 2)).rejects.toMatchObject({ code: 'role-may-not' });
});

test('its cases are looked for by their number, and those of repairs by what they are about as it was last corrected, in Chinese and English (R3.3)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const reader = tracking.holding('desk-lead', { roles: [{ role: 'desk-lead', siteId: site.id }] });
  const reports = [['R-20250301-10007', '3栋电梯厅灯不亮'], ['R-20250301-10008', 'Lamp FLICKERS at the gate'], ['R-20250301-10009', '车库灯坏了']] as const;
  const ids = reports.map(([number, description], index) => {
    const about = { id: newId(), siteId: site.id, at: minutesAfter(begin, 60 * (index + 1)) };
    ledgers.record('tickets.repair-requested.v1', about, { ...requested('light'), number, description });
    return about.id;
  });
  ledgers.record('tickets.repair-corrected.v1', { id: ids[2]!, siteId: site.id, at: minutesAfter(begin, 600) }, { number: reports[2][0], episode: 1, from: {}, to: {}, descriptionFrom: reports[2][1], descriptionTo: '地库照明坏了', reason: '写错' });
  const [plain] = fc.sample(complaintHistory, { numRuns: 1, seed: 1 });
  complain(ledgers, site.id, begin, reader, { ...plain!, kind: complaintKinds[0], at: 5 * day, hidden: 'no' });
  await ledgers.follow(tracking.runtime.database);
  const figures = new ReadCauseFigures(tracking.runtime.database);
  const found = async (q: string, source: 'repairs' | 'complaints' = 'repairs', cause = 'light') =>
    (await figures.cases(reader, { siteId: site.id, month }, { source, cause, q }, 2)).items.map(({ id }) => ids.indexOf(id));
  expect([await found('电梯厅'), await found('灯'), await found('flickers'), await found('照明'), await found('车库')]).toEqual([[0], [0], [1], [2], []]);
  expect([await found('10008'), await found('１０００７'), await found('%'), await found('_0007')]).toEqual([[1], [0], [], []]);
  const page = await figures.cases(reader, { siteId: site.id, month }, { source: 'repairs', cause: 'light', q: '20250301' }, 2);
  expect(page.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const rest = await figures.cases(reader, { siteId: site.id, month }, { source: 'repairs', cause: 'light', q: '20250301' }, 2, decodeCursor(page.nextCursor!));
  expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[ids[0]], null]);
  const [number] = ledgers.of('complaints.complaint-recorded.v1').map(({ data }) => data.number);
  expect((await found(number!, 'complaints', complaintKinds[0])).length).toBe(1);
  expect(await found('噪声扰民', 'complaints', complaintKinds[0])).toEqual([]);
});
