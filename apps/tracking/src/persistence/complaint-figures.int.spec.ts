import type { EventData, EventType, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { complain, complaintHistory, mergedIn } from '../complaint-histories.fixture';
import { comparable, dayOn, Ledgers, minutesAfter, quantilesOf, secondsFrom } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { complaintGroupings, ReadComplaintFigures, type ComplaintGrouping } from './complaint-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const day = 24 * 60;
const period = { from: minutesAfter(begin, 10 * day), to: minutesAfter(begin, 50 * day) };

/** Kept, broken, or neither: the date is still ahead, or there is none. */
function kept(at: string | undefined, due: string | null, now: string): boolean | undefined {
  if (due === null) return undefined;
  if (at !== undefined) return at <= due;
  return now > due ? false : undefined;
}

interface Standing {
  ledgers: Ledgers;
  zones: ReadonlyMap<string, string>;
  reader: Principal;
}

/** What one complaint adds, read event by event. */
function standing({ ledgers, zones }: Standing, first: WireEvent<'complaints.complaint-recorded.v1'>, now: string) {
  const all = ledgers.events.filter(({ subject }) => subject === first.subject);
  // A merge into it that was taken back never was, nor what was late by it alone.
  const undone = all.flatMap((event) => {
    if (event.type !== 'complaints.complaint-double-left.v1') return [];
    const { from, to } = (event.data as EventData<'complaints.complaint-double-left.v1'>).undone;
    const meanwhile = all.filter(({ aggregateversion: at }) => at > to && at < event.aggregateversion);
    const onTime = meanwhile.some(({ type }) => type === 'complaints.complaint-shown-on-time.v1');
    return [...all.filter(({ aggregateversion: at }) => at >= from && at <= to), ...(onTime ? meanwhile : [])];
  });
  const facts = all.filter((event) => !undone.includes(event));
  const some = <T extends EventType>(type: T): Array<WireEvent<T>> => facts.filter((event): event is WireEvent<T> => event.type === type);
  const inRound = <T extends EventType>(type: T, round: number): WireEvent<T> | undefined => some(type).find(({ data }) => (data as { round: number }).round === round);
  const closed = some('complaints.complaint-closed.v1').at(-1);
  const disputes = some('complaints.complaint-disputed.v1');
  const followUp = ledgers.of('followups.complaint-follow-up-completed.v1').filter(({ data }) => data.complaintId === first.subject).at(-1);
  const dissent = closed?.data.answer === 'dissent' || some('complaints.dissent-recorded.v1').length > 0;
  const solved = inRound('complaints.feedback-given.v1', 1)?.happenedat;
  const dates = some('complaints.handling-begun.v1').map(({ data }) => {
    const extension = inRound('complaints.extension-told.v1', data.round);
    return kept(inRound('complaints.result-recorded.v1', data.round)?.happenedat, extension?.data.until ?? data.promisedAt, now);
  });
  // One date after the other, as they were agreed; what was over by then stays over.
  let due = first.data.dueAt;
  for (const event of facts) {
    const data = event.data as { round: number; promisedAt?: string; until?: string; dueAt?: string };
    const moved = { 'complaints.handling-begun.v1': data.promisedAt, 'complaints.extension-told.v1': data.until, 'complaints.complaint-joined.v1': data.dueAt, 'complaints.complaint-double-joined.v1': data.dueAt }[event.type as string];
    if (moved !== undefined && data.round === 1 && due !== null && due > event.happenedat) due = moved;
  }
  const late = (promise: string, at: string | undefined): boolean =>
    some('complaints.complaint-escalated.v1').some(({ data }) => data.round === 1 && data.promise === promise && (at === undefined || data.dueAt < at));
  const contacted = some('complaints.complaint-acknowledged.v1')[0]?.happenedat;
  const replied = (inRound('complaints.handling-begun.v1', 1) ?? inRound('complaints.complaint-explained.v1', 1))?.happenedat;
  const since = (at: string | undefined): number[] => (at === undefined ? [] : [secondsFrom(first.happenedat, at)]);
  return {
    site: first.siteid, day: dayOn(zones.get(first.siteid)!, first.happenedat), kind: first.data.kind, channel: first.data.channel,
    major: first.data.major || some('complaints.complaint-made-major.v1').length > 0,
    decision: some('complaints.complaint-decided.v1').at(-1)?.data.decision ?? 'undecided',
    closed: closed !== undefined && !disputes.some(({ aggregateversion }) => aggregateversion > closed.aggregateversion),
    solvedInTime: kept(solved, due, now), dates,
    contacted, contactLate: late('first-contact', contacted), replied, replyLate: late('reply', replied),
    levels: disputes.map(({ data }) => (data.final ? 'final' : data.level)),
    verdict: dissent ? 'unsatisfied' : followUp?.data.result, rating: followUp?.data.rating ?? undefined,
    toFirstContact: since(contacted),
    toReply: since(replied),
    toSolve: since(solved), closedAt: closed?.happenedat, recordedAt: first.happenedat,
  };
}

function recomputed(given: Standing, groupBy: ComplaintGrouping, now: string): object[] {
  const { ledgers, reader } = given;
  const hiddenFrom = ({ personIds, crewIds }: EventData<'complaints.complaint-hidden.v1'>['hiddenFrom']): boolean =>
    personIds.includes(reader.personId) || crewIds.some((id) => reader.crews.includes(id));
  const hidden = [...ledgers.of('complaints.complaint-recorded.v1'), ...ledgers.of('complaints.complaint-hidden.v1')].filter(({ data }) => hiddenFrom(data.hiddenFrom));
  const rows = ledgers
    .of('complaints.complaint-recorded.v1')
    .filter(({ happenedat: at }) => new Date(at) >= period.from && new Date(at) < period.to)
    .filter(({ subject }) => !hidden.some((event) => event.subject === subject))
    .filter(({ subject }) => !mergedIn(ledgers).has(subject))
    .map((first) => standing(given, first, now));
  const homes = ledgers.of('directory.place-registered.v1').filter(({ data, happenedat }) => data.kind === 'home' && new Date(happenedat) < period.to);
  return [...Map.groupBy(rows, (row) => (groupBy === 'none' ? null : groupBy === 'month' ? row.day.slice(0, 7) : row[groupBy]))].map(([group, each]) => {
    const count = (is: (row: (typeof rows)[number]) => unknown): number => each.filter(is).length;
    const households = homes.filter(({ siteid }) => groupBy !== 'site' || siteid === group).length;
    const ratings = each.flatMap(({ rating }) => rating ?? []);
    const dates = each.flatMap((row) => row.dates);
    return {
      group, recorded: each.length, per100Households: households > 0 ? Math.round(((100 * each.length) / households) * 1_000) / 1_000 : null,
      major: count((row) => row.major), ours: count((row) => row.decision === 'ours'), partlyOurs: count((row) => row.decision === 'partly-ours'),
      notOurs: count((row) => row.decision === 'not-ours'), unfounded: count((row) => row.decision === 'unfounded'), undecided: count((row) => row.decision === 'undecided'),
      closed: count((row) => row.closed), firstContactOnTime: count((row) => row.contacted && !row.contactLate), firstContactLate: count((row) => row.contactLate),
      replyOnTime: count((row) => row.replied && !row.replyLate), replyLate: count((row) => row.replyLate), solvedOnTime: count((row) => row.solvedInTime === true), solvedLate: count((row) => row.solvedInTime === false),
      datesKept: dates.filter((date) => date === true).length, datesBroken: dates.filter((date) => date === false).length,
      disputed: count((row) => row.levels.length > 0), disputedToLevel1: count((row) => row.levels.includes(1)), disputedToLevel2: count((row) => row.levels.includes(2)),
      disputedToFinalLevel: count((row) => row.levels.includes('final')),
      satisfied: count((row) => row.verdict === 'satisfied'), unsatisfied: count((row) => row.verdict === 'unsatisfied'), unreachable: count((row) => row.verdict === 'unreachable'),
      rating: ratings.length > 0 ? Math.round((ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length) * 100) / 100 : null,
      ...quantilesOf('secondsToFirstContact', each.flatMap((row) => row.toFirstContact)), ...quantilesOf('secondsToReply', each.flatMap((row) => row.toReply)),
      ...quantilesOf('secondsToSolve', each.flatMap((row) => row.toSolve)),
      ...quantilesOf('secondsToClose', each.flatMap((row) => (row.closed ? [secondsFrom(row.recordedAt, row.closedAt!)] : []))),
    };
  });
}

test('figures of complaints are what one counts through the ledgers by hand, without what is hidden from the reader (W2.3, Q2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(complaintHistory, { minLength: 1, maxLength: 20 }), fc.array(fc.nat(80), { maxLength: 12 }), async (histories, homesAfterDays) => {
      const ledgers = new Ledgers();
      const sites = [ledgers.site('Asia/Shanghai'), ledgers.site('Europe/London')];
      const roles = sites.map(({ id: siteId }) => ({ role: 'director' as const, siteId }));
      const reader = tracking.holding('director', { roles, crews: [newId()] });
      homesAfterDays.forEach((days, index) => ledgers.home(sites[index % 2]!.id, minutesAfter(begin, days * day)));
      for (const each of histories) complain(ledgers, sites[each.site]!.id, begin, reader, each);
      await ledgers.follow(tracking.runtime.database);
      const given = { ledgers, zones: new Map(sites.map(({ id, zone }) => [id, zone])), reader };
      const figures = new ReadComplaintFigures(tracking.runtime.database);
      const now = new Date().toISOString();
      for (const groupBy of complaintGroupings)
        expect(comparable(await figures.of(reader, period, groupBy))).toEqual(comparable(recomputed(given, groupBy, now) as Array<{ group: string | null }>));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a complaint is in no figure of the person it is about, nor of their crew, whatever their roles; and is in everybody else’s (W2.3)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const roles = [{ role: 'desk-lead' as const, siteId: site.id }];
  const [about, ofTheCrew] = [tracking.holding('desk-lead', { roles, crews: [newId()] }), tracking.holding('desk-lead', { roles, crews: [newId()] })];
  const [plain] = fc.sample(complaintHistory, { numRuns: 1, seed: 1 });
  complain(ledgers, site.id, begin, about, { ...plain!, at: 20 * day, hidden: 'person' });
  complain(ledgers, site.id, begin, ofTheCrew, { ...plain!, at: 21 * day, hidden: 'crew-later' });
  await ledgers.follow(tracking.runtime.database);
  const counted = async (reader: Principal): Promise<number> =>
    (await new ReadComplaintFigures(tracking.runtime.database).of(reader, period, 'none')).reduce((sum, { recorded }) => sum + recorded, 0);
  expect(await counted(about)).toBe(1);
  expect(await counted(ofTheCrew)).toBe(1);
  expect(await counted({ ...about, personId: newId() })).toBe(2);
  expect(await counted({ ...about, personId: newId(), roles: [{ role: 'director', siteId: newId() }] })).toBe(0);
});
