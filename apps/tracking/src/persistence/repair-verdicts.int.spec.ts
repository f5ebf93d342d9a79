import type { EventData } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { Ledgers, minutesAfter } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { ReadRepairFigures, type Grouping, type RepairFigures } from './repair-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const period = { from: begin, to: minutesAfter(begin, 60 * 24) };
const classes = ['P1', 'P2'] as const;
const number = 'R-20250301-10001';

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('escalated' as const, 'cancelled' as const, 'reopened' as const, 'corrected' as const, 'merged' as const, 'unmerged' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resolved' as const), inTime: fc.option(fc.boolean(), { freq: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('asked' as const), result: fc.constantFrom('satisfied' as const, 'unsatisfied' as const, 'unreachable' as const), rating: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rated' as const), rating: fc.integer({ min: 1, max: 5 }) }) },
);
const history = fc.record({ site: fc.nat(1), repairClass: fc.constantFrom(...classes), steps: fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }) });
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

/** What one says of a request who reads its ledgers from the first line to the last. */
interface Read {
  siteId: string;
  repairClass: string;
  inTime: boolean | null;
  done: boolean;
  cancelled: boolean;
  merged: boolean;
  missedClass: string | null;
  last: { result: string; episode: number } | null;
  rating: { stars: number; episode: number } | null;
}

function tell(ledgers: Ledgers, siteId: string, { repairClass, steps }: History): Read {
  const id = newId();
  const read: Read = { siteId, repairClass, inTime: null, done: false, cancelled: false, merged: false, missedClass: null, last: null, rating: null };
  let [at, episode, resolved] = [minutesAfter(begin, 60), 1, false];
  const of = () => ({ number, episode });
  const job = {
    category: 'water-leak', repairClass, dispatchMode: 'assign', skill: 'plumbing', location: { kind: 'home', id: newId() }, description: '漏水', reporterId: null, preferredFrom: null, preferredTo: null,
  } as const;
  ledgers.record('tickets.repair-requested.v1', { id, siteId, at }, { ...of(), ...job, channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [] });
  for (const each of steps) {
    at = minutesAfter(at, 7);
    const where = { id, siteId, at };
    switch (each.kind) {
      case 'escalated': {
        const level = { deadlineId: newId(), promise: 'done', class: read.repairClass, dueAt: at.toISOString(), level: 'lead', to: 'crew-lead', outcome: 'told', reached: 'crew-lead', told: [] };
        ledgers.record('tickets.repair-escalated.v1', where, { ...of(), ...level } as EventData<'tickets.repair-escalated.v1'>);
        if (episode === 1) read.missedClass = read.repairClass;
        break;
      }
      case 'resolved': {
        if (resolved) break;
        const target = each.inTime === null ? {} : { target: { dueAt: at.toISOString(), inTime: each.inTime } };
        ledgers.record('tickets.repair-resolved.v1', where, { ...of(), workOrderId: null, ...target });
        if (episode === 1) Object.assign(read, { done: true, inTime: each.inTime });
        resolved = true;
        read.merged = false;
        break;
      }
      case 'reopened':
        [episode, resolved] = [episode + 1, false];
        ledgers.record('tickets.repair-reopened.v1', where, { ...of(), ...job, reason: '又漏' });
        break;
      case 'cancelled':
        ledgers.record('tickets.repair-cancelled.v1', where, { ...of(), reason: '不用', from: 'open' });
        read.cancelled = true;
        break;
      case 'merged':
        ledgers.record('tickets.repair-merged.v1', where, { ...of(), into: { id: newId(), number }, from: 'open', reason: null });
        read.merged = true;
        break;
      case 'unmerged':
        ledgers.record('tickets.repair-unmerged.v1', where, { ...of(), from: { id: newId(), number }, state: 'open' });
        read.merged = false;
        break;
      case 'corrected': {
        const to = classes[1 - classes.indexOf(read.repairClass as 'P1')]!;
        ledgers.record('tickets.repair-corrected.v1', where, { ...of(), from: {}, to: { repairClass: to }, reason: '弄错' });
        read.repairClass = to;
        break;
      }
      case 'asked':
        ledgers.record('followups.follow-up-completed.v1', { ...where, id: newId() }, { repairRequestId: id, repairNumber: number, episode, result: each.result, rating: each.rating, comment: null });
        read.last = { result: each.result, episode };
        if (each.rating !== null) read.rating = { stars: each.rating, episode };
        break;
      case 'rated': {
        const result = each.rating <= 2 ? 'unsatisfied' : 'satisfied';
        ledgers.record('tickets.repair-rated.v1', where, { ...of(), rating: each.rating, result, words: null });
        [read.last, read.rating] = [{ result, episode }, { stars: each.rating, episode }];
        break;
      }
    }
  }
  return read;
}

function counted(all: readonly Read[]): Pick<RepairFigures, 'reported' | 'merged' | 'onTime' | 'satisfied' | 'unsatisfied' | 'unreachable' | 'rating'> {
  const count = (is: (read: Read) => boolean) => all.filter(is).length;
  const overdue = (read: Read) => !read.done && !read.cancelled && !read.merged && read.missedClass === read.repairClass;
  const stars = all.flatMap(({ last, rating }) => (rating && rating.episode === last?.episode ? [rating.stars] : []));
  return {
    reported: all.length,
    merged: count(({ merged }) => merged),
    onTime: { of: count((read) => read.inTime !== null || overdue(read)), inTime: count(({ inTime }) => inTime === true) },
    satisfied: count(({ last }) => last?.result === 'satisfied'),
    unsatisfied: count(({ last }) => last?.result === 'unsatisfied'),
    unreachable: count(({ last }) => last?.result === 'unreachable'),
    rating: stars.length === 0 ? null : Math.round((stars.reduce((sum, each) => sum + each, 0) / stars.length) * 100) / 100,
  };
}

test('doubles, on time and satisfaction of repairs are what one counts through the ledgers by hand (Q2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 20, maxLength: 40, size: 'max' }), async (histories) => {
      const ledgers = new Ledgers();
      const sites = [ledgers.site('Asia/Shanghai'), ledgers.site('Europe/London')];
      const director = tracking.holding('director', { roles: sites.map(({ id: siteId }) => ({ role: 'director' as const, siteId })) });
      const read = histories.map((each) => tell(ledgers, sites[each.site]!.id, each));
      await ledgers.follow(tracking.runtime.database);
      const by: Partial<Record<Grouping, (of: Read) => string | null>> = { none: () => null, site: ({ siteId }) => siteId, class: ({ repairClass }) => repairClass };
      for (const [groupBy, groupOf] of Object.entries(by)) {
        const figures = await new ReadRepairFigures(tracking.runtime.database).of(director, period, groupBy as Grouping);
        const told = new Map(figures.map(({ group, reported, merged, onTime, satisfied, unsatisfied, unreachable, rating }) => [group, { reported, merged, onTime, satisfied, unsatisfied, unreachable, rating }]));
        expect(told).toEqual(new Map([...Map.groupBy(read, groupOf)].map(([group, each]) => [group, counted(each)])));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
