import type { EventType, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { comparable, dayOn, Ledgers, minutesAfter, quantilesOf, secondsFrom } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { ReadSuggestionFigures, suggestionGroupings, type SuggestionGrouping } from './suggestion-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const day = 24 * 60;
const period = { from: minutesAfter(begin, 10 * day), to: minutesAfter(begin, 50 * day) };
const minutes = fc.integer({ min: 1, max: 5 * day });
const history = fc.record({
  site: fc.nat(1),
  at: fc.integer({ min: 0, max: 60 * day }),
  adopted: fc.boolean(),
  dueWithin: minutes,
  /** The date of the plan is far ahead. */
  dueAhead: fc.boolean(),
  waits: fc.array(minutes, { minLength: 3, maxLength: 3 }),
  steps: fc.nat(4),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const number = 'J-20250301-10001';

function suggest(ledgers: Ledgers, siteId: string, { at: after, adopted, dueWithin, dueAhead, waits, steps }: History): void {
  const id = newId();
  let at = minutesAfter(begin, after);
  ledgers.record('complaints.suggestion-recorded.v1', { id, siteId, at }, { number, attachmentIds: [] });
  const dueAt = dueAhead ? '2990-01-01T00:00:00.000Z' : minutesAfter(at, dueWithin).toISOString();
  const next = [
    () =>
      adopted
        ? ledgers.record('complaints.suggestion-adopted.v1', { id, siteId, at }, { number, ownerId: newId(), dueAt })
        : ledgers.record('complaints.suggestion-declined.v1', { id, siteId, at }, { number }),
    () => ledgers.record('complaints.suggestion-answered.v1', { id, siteId, at }, { number, adopted }),
    () => adopted && ledgers.record('complaints.suggestion-carried-out.v1', { id, siteId, at }, { number }),
  ];
  next.slice(0, steps).forEach((step, index) => {
    at = minutesAfter(at, waits[index]!);
    step();
  });
}

function recomputed(ledgers: Ledgers, zones: ReadonlyMap<string, string>, groupBy: SuggestionGrouping, now: string): object[] {
  const rows = ledgers
    .of('complaints.suggestion-recorded.v1')
    .filter(({ happenedat: at }) => new Date(at) >= period.from && new Date(at) < period.to)
    .map(({ subject, siteid, happenedat }) => {
      const one = <T extends EventType>(type: T): WireEvent<T> | undefined => ledgers.of(type).find((event) => event.subject === subject);
      const date = dayOn(zones.get(siteid)!, happenedat);
      const [adopted, answered, done] = [one('complaints.suggestion-adopted.v1'), one('complaints.suggestion-answered.v1'), one('complaints.suggestion-carried-out.v1')];
      return {
        group: { none: null, site: siteid, day: date, month: date.slice(0, 7) }[groupBy], adopted, answered, done, declined: one('complaints.suggestion-declined.v1'),
        toAnswer: answered ? [secondsFrom(happenedat, answered.happenedat)] : [],
      };
    });
  return [...Map.groupBy(rows, ({ group }) => group)].map(([group, each]) => {
    const count = (is: (row: (typeof rows)[number]) => unknown): number => each.filter(is).length;
    return {
      group, recorded: each.length, adopted: count((row) => row.adopted), declined: count((row) => row.declined), undecided: count((row) => !row.adopted && !row.declined),
      answered: count((row) => row.answered), carriedOut: count((row) => row.done),
      carriedOutOnTime: count(({ adopted, done }) => adopted && done && done.happenedat <= adopted.data.dueAt),
      carriedOutLate: count(({ adopted, done }) => adopted && (done?.happenedat ?? now) > adopted.data.dueAt),
      ...quantilesOf('secondsToAnswer', each.flatMap(({ toAnswer }) => toAnswer)),
    };
  });
}

test('figures of suggestions are what one counts through the ledgers by hand (W2.3, Q2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 20 }), async (histories) => {
      const ledgers = new Ledgers();
      const sites = [ledgers.site('Asia/Shanghai'), ledgers.site('Europe/London')];
      const reader = tracking.holding('clerk', { roles: sites.map(({ id: siteId }) => ({ role: 'clerk' as const, siteId })) });
      for (const each of histories) suggest(ledgers, sites[each.site]!.id, each);
      await ledgers.follow(tracking.runtime.database);
      const zones = new Map(sites.map(({ id, zone }) => [id, zone]));
      const now = new Date().toISOString();
      for (const groupBy of suggestionGroupings) {
        const figures = await new ReadSuggestionFigures(tracking.runtime.database).of(reader, period, groupBy);
        expect(comparable(figures)).toEqual(comparable(recomputed(ledgers, zones, groupBy, now) as Array<{ group: string | null }>));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
