import { noticeChannels, type EventData, type EventType, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { comparable, dayOn, Ledgers, minutesAfter, type Site } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { noticeGroupings, ReadNoticeFigures, type NoticeGrouping } from './notice-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const day = 24 * 60;
const period = { from: minutesAfter(begin, 10 * day), to: minutesAfter(begin, 50 * day) };
const whenever = fc.integer({ min: 0, max: 60 * day });
/** So that what comes later meets it. */
const early = fc.integer({ min: 0, max: 20 * day });
const lateOrSoon = fc.integer({ min: -100, max: 100 });

/** A home in one of two buildings with two entrances each, and who lives there, on one of two sites. */
const household = fc.record({
  site: fc.nat(1),
  building: fc.nat(1),
  entrance: fc.nat(1),
  registered: early,
  ties: fc.array(fc.record({ person: fc.nat(3), from: early, days: fc.option(fc.nat(30)) }), { maxLength: 3 }),
});
const account = fc.record({ opened: fc.option(early), closed: fc.option(whenever) });
const history = fc.record({
  site: fc.nat(1),
  at: whenever,
  kind: fc.constantFrom('outage', 'works'),
  night: fc.boolean(),
  channels: fc.uniqueArray(fc.constantFrom('in-app', 'in-app', 'in-app', ...noticeChannels), { minLength: 1, maxLength: 4 }),
  audience: fc.array(fc.record({ scope: fc.constantFrom('site', 'site', 'building', 'entrance', 'home', 'role'), which: fc.nat(3) }), { minLength: 1, maxLength: 2 }),
  ends: fc.constantFrom('corrected', 'withdrawn', 'no'),
  reminded: fc.array(fc.nat(9), { maxLength: 2 }),
  tasks: fc.array(fc.record({ ends: fc.constantFrom('done', 'cancelled', 'open'), lateBy: lateOrSoon }), { maxLength: 3 }),
  reviewed: fc.option(fc.record({ verdict: fc.constantFrom('accepted', 'objected'), lateBy: lateOrSoon })),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;
type Target = EventData<'notifications.notice-released.v1'>['audience'][number];

interface Neighbourhood extends Site {
  /** Two buildings, two entrances in each. */
  buildings: Array<{ id: string; entrances: string[] }>;
  homes: string[];
}

function release(ledgers: Ledgers, site: Neighbourhood, told: History): void {
  const [id, siteId, at] = [newId(), site.id, minutesAfter(begin, told.at)];
  const said = { number: 'N-1', edition: 1, kind: told.kind };
  const placeOf = ({ scope, which }: History['audience'][number]): string | null => {
    if (scope === 'building') return site.buildings[which % 2]!.id;
    if (scope === 'entrance') return site.buildings[which % 2]!.entrances[which >> 1]!;
    return scope === 'home' ? (site.homes[which] ?? newId()) : null;
  };
  const later = (minutes: number): Date => minutesAfter(at, 2 * day + minutes);
  ledgers.record('notifications.notice-released.v1', { id, siteId, at }, {
    ...said, contentHash: '0'.repeat(64), attachmentIds: [], title: '停水', lane: told.night ? 'night' : 'reviewed', approvedAt: null, approvedBy: null,
    releasedAt: at.toISOString(), validUntil: null, reviewBy: told.night ? later(0).toISOString() : null, channels: told.channels,
    audience: told.audience.map((each): Target => ({ scope: each.scope, placeId: placeOf(each), role: each.scope === 'role' ? 'desk' : null })),
    onPublicBoard: false, correctsId: null,
  });
  told.reminded.forEach((people, index) => ledgers.record('notifications.notice-reminded.v1', { id, siteId, at: later(index) }, { ...said, round: index + 1, people }));
  for (const task of told.tasks) {
    const [taskId, set] = [newId(), { noticeId: id, number: 'N-1', task: 'chat-post', posterId: newId() } as const];
    ledgers.record('notifications.notice-task-set.v1', { id: taskId, siteId, at }, { ...set, where: '业主群', dueAt: later(0).toISOString() });
    if (task.ends === 'done') ledgers.record('notifications.notice-task-done.v1', { id: taskId, siteId, at: later(task.lateBy) }, { ...set, attachmentIds: [] });
    if (task.ends === 'cancelled') ledgers.record('notifications.notice-task-cancelled.v1', { id: taskId, siteId, at: later(task.lateBy) }, set);
  }
  if (told.night && told.reviewed)
    ledgers.record('notifications.notice-reviewed.v1', { id, siteId, at: later(told.reviewed.lateBy) }, { ...said, verdict: told.reviewed.verdict, remarks: null });
  if (told.ends === 'corrected') ledgers.record('notifications.notice-corrected.v1', { id, siteId, at: later(200) }, { ...said, correctedById: newId() });
  if (told.ends === 'withdrawn') ledgers.record('notifications.notice-withdrawn.v1', { id, siteId, at: later(200) }, { ...said, reason: '误发', from: 'released' });
}

/** Who lived in a home then; who could sign in then. */
function livingIn(ledgers: Ledgers, homeId: string, at: string): string[] {
  const ties = new Map([...ledgers.of('directory.tie-started.v1'), ...ledgers.of('directory.tie-ended.v1')].map(({ data }) => [data.tieId, data]));
  return [...ties.values()].filter((tie) => tie.homeId === homeId && tie.from <= at && (tie.until === null || tie.until > at)).map(({ personId }) => personId);
}
function hasAccount(ledgers: Ledgers, personId: string, at: string): boolean {
  return ledgers.of('directory.account-opened.v1').some(({ data, happenedat }) => {
    const closed = ledgers.of('directory.account-closed.v1').find((event) => event.data.accountId === data.accountId)?.happenedat;
    return data.personId === personId && happenedat <= at && (closed === undefined || closed > at);
  });
}

/** The rows a notice adds: one for each group it is in. */
function rowsOf(ledgers: Ledgers, zones: ReadonlyMap<string, string>, released: WireEvent<'notifications.notice-released.v1'>, groupBy: NoticeGrouping) {
  const { subject, siteid, happenedat: at, data } = released;
  const about = <T extends EventType>(type: T): Array<WireEvent<T>> => ledgers.of(type).filter((event) => event.subject === subject);
  const ofTasks = <T extends 'set' | 'done' | 'cancelled'>(fact: T) => ledgers.of(`notifications.notice-task-${fact}.v1` as const).filter((event) => event.data.noticeId === subject);
  const homes = ledgers
    .of('directory.place-registered.v1')
    .filter((home) => home.data.kind === 'home' && home.siteid === siteid && home.happenedat <= at)
    .filter((home) => data.audience.some(({ scope, placeId }) => scope === 'site' || (placeId !== null && [home.data.placeId, home.data.parentId, home.data.buildingId].includes(placeId))));
  const told = (personId: string): boolean => data.channels.includes('in-app') && hasAccount(ledgers, personId, at);
  const due = new Map(ofTasks('set').map((task) => [task.subject, (task.data as EventData<'notifications.notice-task-set.v1'>).dueAt]));
  const [review] = about('notifications.notice-reviewed.v1');
  const date = dayOn(zones.get(siteid)!, at);
  const reach = (within: typeof homes) => {
    const people = new Set(within.flatMap((home) => livingIn(ledgers, home.subject, at)));
    return {
      homes: within.length, homesToldInPortal: within.filter((home) => livingIn(ledgers, home.subject, at).some(told)).length,
      residents: people.size, residentsToldInPortal: [...people].filter(told).length,
    };
  };
  const row = {
    released: 1, atNight: Number(data.lane === 'night'), corrected: about('notifications.notice-corrected.v1').length, withdrawn: about('notifications.notice-withdrawn.v1').length,
    ...reach(homes), reminders: about('notifications.notice-reminded.v1').length, unreadAtLastReminder: about('notifications.notice-reminded.v1').at(-1)?.data.people ?? 0,
    tasksSet: due.size, tasksDone: ofTasks('done').length, tasksDoneOnTime: ofTasks('done').filter((task) => task.happenedat <= due.get(task.subject)!).length,
    tasksCancelled: ofTasks('cancelled').length, reviewed: review ? 1 : 0, reviewedOnTime: Number(review !== undefined && review.happenedat <= data.reviewBy!),
    objected: Number(review?.data.verdict === 'objected'),
  };
  if (groupBy === 'channel') return data.channels.map((group) => ({ group: group as string | null, ...row }));
  if (groupBy === 'building') return [...Map.groupBy(homes, (home) => home.data.buildingId)].map(([group, within]) => ({ group, ...row, ...reach(within) }));
  const group = { none: null, site: siteid, day: date, month: date.slice(0, 7), kind: data.kind, lane: data.lane }[groupBy];
  return [{ group, ...row }];
}

function recomputed(ledgers: Ledgers, zones: ReadonlyMap<string, string>, groupBy: NoticeGrouping): object[] {
  const rows = ledgers
    .of('notifications.notice-released.v1')
    .filter(({ happenedat: at }) => new Date(at) >= period.from && new Date(at) < period.to)
    .flatMap((released) => rowsOf(ledgers, zones, released, groupBy));
  return [...Map.groupBy(rows, ({ group }) => group).values()].map((each) =>
    each.reduce((sum, row) => Object.fromEntries(Object.entries(sum).map(([name, value]) => [name, name === 'group' ? value : Number(value) + Number(row[name as 'homes'])])) as typeof row),
  );
}

test('reach of notices is what one counts through the ledgers by hand (W2.4, Q2)', async () => {
  const neighbourhoods = fc.array(household, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(neighbourhoods, fc.array(account, { minLength: 4, maxLength: 4 }), fc.array(history, { minLength: 1, maxLength: 8 }), async (households, accounts, histories) => {
      const ledgers = new Ledgers();
      const building = () => ({ id: newId(), entrances: [newId(), newId()] });
      const sites = ['Asia/Shanghai', 'Europe/London'].map((zone): Neighbourhood => ({ ...ledgers.site(zone), buildings: [building(), building()], homes: [] }));
      const people = accounts.map(() => newId());
      for (const { site: n, building: b, entrance, registered, ties } of households) {
        const site = sites[n]!;
        const { id: buildingId, entrances } = site.buildings[b]!;
        const homeId = ledgers.home(site.id, minutesAfter(begin, registered), { buildingId, entranceId: entrances[entrance]! });
        site.homes.push(homeId);
        for (const { person, from, days } of ties) {
          const [id, at] = [newId(), minutesAfter(begin, from)];
          const tie = { tieId: id, personId: people[person]!, homeId, kind: 'owner' as const, from: at.toISOString() };
          ledgers.record('directory.tie-started.v1', { id, siteId: site.id, at }, { ...tie, until: null });
          if (days !== null) ledgers.record('directory.tie-ended.v1', { id, siteId: site.id, at }, { ...tie, until: minutesAfter(at, days * day).toISOString() });
        }
      }
      accounts.forEach(({ opened, closed }, index) => {
        const data = { accountId: newId(), personId: people[index]! };
        const span = (minutes: number) => ({ id: data.accountId, siteId: sites[0]!.id, at: minutesAfter(begin, minutes) });
        // Whichever comes first: the copy says the same.
        if (opened !== null && closed !== null && closed > opened) ledgers.record('directory.account-closed.v1', span(closed), data);
        if (opened !== null) ledgers.record('directory.account-opened.v1', span(opened), data);
      });
      for (const each of histories) release(ledgers, sites[each.site]!, each);
      await ledgers.follow(tracking.runtime.database);
      const reader = tracking.holding('clerk', { roles: sites.map(({ id: siteId }) => ({ role: 'clerk' as const, siteId })) });
      const zones = new Map(sites.map(({ id, zone }) => [id, zone]));
      const figures = new ReadNoticeFigures(tracking.runtime.database);
      for (const groupBy of noticeGroupings)
        expect(comparable(await figures.of(reader, period, groupBy))).toEqual(comparable(recomputed(ledgers, zones, groupBy) as Array<{ group: string | null }>));
    }),
    { numRuns: 40 },
  );
}, 120_000);
