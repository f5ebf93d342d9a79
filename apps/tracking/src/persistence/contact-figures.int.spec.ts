import type { EventType, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { comparable, dayOn, Ledgers, minutesAfter, quantilesOf, secondsFrom, type Site } from '../ledgers.fixture';
import { TrackingUnderTest } from '../tracking.fixture';
import { contactGroupings, ReadContactFigures, type ContactGrouping } from './contact-figures';

let tracking: TrackingUnderTest;
beforeAll(async () => {
  tracking = await TrackingUnderTest.open();
});
afterAll(() => tracking.close());

const begin = new Date('2025-03-01T00:00:00Z');
const day = 24 * 60;
const period = { from: minutesAfter(begin, 10 * day), to: minutesAfter(begin, 50 * day) };

const minutes = fc.integer({ min: 1, max: 600 });
const handOver = fc.record({ toDesk: fc.boolean(), after: minutes, waits: minutes, ends: fc.constantFrom('accepted', 'returned', 'forgotten', 'escalated') });
const history = fc.record({
  site: fc.nat(1),
  at: fc.integer({ min: 0, max: 60 * day }),
  channel: fc.constantFrom('call', 'walk-in', 'letter', 'message', 'portal'),
  caller: fc.constantFrom('resident', 'stranger', 'unknown'),
  handOvers: fc.array(handOver, { maxLength: 3 }),
  /** Minutes before its end, or after it, that a promise had been due. */
  escalated: fc.array(fc.record({ promise: fc.constantFrom('answer', 'done'), beforeEnd: fc.integer({ min: -30, max: 30 }) }), { maxLength: 2 }),
  after: minutes,
  outcome: fc.constantFrom('open', 'answered', 'guided-elsewhere', 'repair-request', 'complaint', 'suggestion', 'visitor'),
  hidden: fc.constantFrom('no', 'no', 'by-person', 'by-crew', 'by-call', 'by-call-of-several', 'by-crew-of-call'),
  /** It joined a complaint that another contact had become, which is what is hidden. */
  joins: fc.boolean(),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const number = 'C-20250301-10001';

/** Writes a contact as reception announces it. @returns nothing: it is read from the ledger */
function happen(ledgers: Ledgers, sites: readonly Site[], reader: Principal, told: History): void {
  const id = newId();
  const siteId = sites[told.site]!.id;
  let at = minutesAfter(begin, told.at);
  const owner = newId();
  ledgers.record('reception.contact-recorded.v1', { id, siteId, at }, { number, channel: told.channel, caller: told.caller, ownerId: owner, attachmentIds: [] });
  const level = (promise: string, dueAt: Date) => ({
    number, ownerId: owner, deadlineId: newId(), promise, class: 'enquiry', dueAt: dueAt.toISOString(), level: 'responsible',
    to: 'responsible' as const, outcome: 'told' as const, reached: 'responsible', told: [],
  });
  told.handOvers.forEach(({ after, waits, ends, toDesk }, index) => {
    const whom = { number, handOver: index + 1, ownerId: owner, toPersonId: toDesk ? null : newId(), toRole: null, ...(toDesk && { toDesk }) };
    at = minutesAfter(at, after);
    ledgers.record('reception.contact-offered.v1', { id, siteId, at }, { ...whom, heated: false, insteadOf: null, note: null });
    at = minutesAfter(at, waits);
    if (ends === 'accepted') ledgers.record('reception.contact-accepted.v1', { id, siteId, at }, { ...whom, fromPersonId: owner });
    if (ends === 'returned') ledgers.record('reception.contact-returned.v1', { id, siteId, at }, { ...whom, reason: '不归我管' });
    if (ends === 'escalated') ledgers.record('reception.contact-escalated.v1', { id, siteId, at }, level('accept', at));
  });
  at = minutesAfter(at, told.after);
  for (const { promise, beforeEnd } of told.escalated) ledgers.record('reception.contact-escalated.v1', { id, siteId, at }, level(promise, minutesAfter(at, -beforeEnd)));
  if (told.outcome === 'open') return;
  if (told.outcome === 'answered') return ledgers.record('reception.contact-answered.v1', { id, siteId, at }, { number, standardAnswer: null });
  if (told.outcome === 'guided-elsewhere') return ledgers.record('reception.contact-guided.v1', { id, siteId, at }, { number, whereTo: '街道' });
  const objectId = newId();
  const joins = told.joins ? newId() : undefined;
  const complaint = {
    aboutPersonId: told.hidden === 'by-call' ? reader.personId : told.hidden === 'by-call-of-several' ? newId() : null,
    ...(told.hidden === 'by-call-of-several' && { aboutPersonIds: [newId(), reader.personId] }),
    ...(told.hidden === 'by-crew-of-call' && { aboutCrewIds: [newId(), ...reader.crews] }),
    ...(joins && { joins }),
    households: 1, signs: [], hotlineNumber: null, hotlineDeadline: null,
  };
  ledgers.record('reception.contact-converted.v1', { id, siteId, at }, {
    number, contactId: id, to: told.outcome, objectId, channel: told.channel, description: '说明', reporterId: null, location: null, attachmentIds: [],
    ...(told.outcome === 'complaint' && { complaint }),
  });
  if (told.outcome !== 'complaint' || told.hidden.includes('call')) return;
  const hiddenFrom = { personIds: told.hidden === 'by-person' ? [reader.personId] : [newId()], crewIds: told.hidden === 'by-crew' ? reader.crews : [] };
  ledgers.record('complaints.complaint-recorded.v1', { id: joins ?? objectId, siteId, at }, {
    number: 'S-1', round: 1, handlerId: null, level: 0, major: false, majorBecause: [], kind: 'other', channel: 'contact', about: hiddenFrom, hiddenFrom,
    dueAt: at.toISOString(), attachmentIds: [],
  });
}

/** One contact after the other, one event after the other. */
function recomputed(ledgers: Ledgers, zones: ReadonlyMap<string, string>, reader: Principal, groupBy: ContactGrouping): object[] {
  const contacts = ledgers.of('reception.contact-recorded.v1').filter(({ happenedat: at }) => new Date(at) >= period.from && new Date(at) < period.to);
  const rows = contacts.flatMap((first) => {
    const own = ledgers.events.filter(({ subject }) => subject === first.subject);
    const some = <T extends EventType>(type: T): Array<WireEvent<T>> => own.filter((event): event is WireEvent<T> => event.type === type);
    const [converted] = some('reception.contact-converted.v1');
    const end = some('reception.contact-answered.v1')[0] ?? some('reception.contact-guided.v1')[0] ?? converted;
    const { aboutPersonId, aboutPersonIds = [], aboutCrewIds = [], joins = converted?.data.objectId } = converted?.data.complaint ?? {};
    if ([aboutPersonId, ...aboutPersonIds].includes(reader.personId) || aboutCrewIds.some((id) => reader.crews.includes(id))) return [];
    const made = ledgers.of('complaints.complaint-recorded.v1').find(({ subject }) => subject === joins);
    if (made?.data.hiddenFrom.personIds.includes(reader.personId) || made?.data.hiddenFrom.crewIds.some((id) => reader.crews.includes(id))) return [];
    const outcome = converted ? converted.data.to : end?.type === 'reception.contact-answered.v1' ? 'answered' : end ? 'guided-elsewhere' : 'open';
    const late = some('reception.contact-escalated.v1').some(({ data }) => data.promise !== 'accept' && (!end || data.dueAt < end.happenedat));
    const [offered, accepted, returned] = [
      some('reception.contact-offered.v1').filter(({ data }) => !data.toDesk),
      some('reception.contact-accepted.v1').filter(({ data }) => !data.toDesk),
      some('reception.contact-returned.v1').filter(({ data }) => !data.toDesk),
    ];
    const waits = accepted.map(({ data, happenedat }) =>
      secondsFrom(offered.find((offer) => offer.data.handOver === data.handOver)!.happenedat, happenedat),
    );
    const date = dayOn(zones.get(first.siteid)!, first.happenedat);
    const group = { none: null, site: first.siteid, day: date, month: date.slice(0, 7), channel: first.data.channel, caller: first.data.caller, outcome }[groupBy];
    return [{ group, outcome, late, waits, offered: offered.length, accepted: accepted.length, returned: returned.length }];
  });
  return [...Map.groupBy(rows, ({ group }) => group)].map(([group, each]) => {
    const ending = (...outcomes: string[]): number => each.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const sum = (field: 'offered' | 'accepted' | 'returned'): number => each.reduce((total, row) => total + row[field], 0);
    const byFirst = each.filter(({ outcome, accepted }) => outcome === 'answered' && accepted === 0).length;
    return {
      group, recorded: each.length, open: ending('open'), answered: ending('answered'), guidedElsewhere: ending('guided-elsewhere'),
      converted: ending('repair-request', 'complaint', 'suggestion', 'visitor'), toRepairRequest: ending('repair-request'), toComplaint: ending('complaint'),
      toSuggestion: ending('suggestion'), toVisitor: ending('visitor'), answeredByFirstOwner: byFirst,
      firstContactResolution: ending('answered') > 0 ? Math.round((byFirst / ending('answered')) * 1_000) / 1_000 : null,
      withinTarget: each.filter(({ outcome, late }) => outcome !== 'open' && !late).length, late: each.filter(({ late }) => late).length,
      handOversOffered: sum('offered'), handOversAccepted: sum('accepted'), handOversReturned: sum('returned'),
      ...quantilesOf('secondsToAccept', each.flatMap(({ waits }) => waits)),
    };
  });
}

test('figures of contacts are what one counts through the ledgers by hand, whoever reads them (W2.1, Q2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 30 }), async (histories) => {
      const ledgers = new Ledgers();
      const sites = [ledgers.site('Asia/Shanghai'), ledgers.site('Europe/London')];
      const roles = sites.map(({ id: siteId }) => ({ role: 'desk-lead' as const, siteId }));
      const reader = tracking.holding('desk-lead', { roles, crews: [newId()] });
      for (const each of histories) happen(ledgers, sites, reader, each);
      await ledgers.follow(tracking.runtime.database);
      const zones = new Map(sites.map(({ id, zone }) => [id, zone]));
      const figures = new ReadContactFigures(tracking.runtime.database);
      for (const groupBy of contactGroupings)
        expect(comparable(await figures.of(reader, period, groupBy))).toEqual(comparable(recomputed(ledgers, zones, reader, groupBy) as Array<{ group: string | null }>));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('first-contact resolution is not had by handing over, and is by an offer that came back (W2.1)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const reader = tracking.holding('desk', { roles: [{ role: 'desk', siteId: site.id }] });
  const base: Omit<History, 'handOvers'> = { site: 0, at: 20 * day, channel: 'call', caller: 'resident', escalated: [], after: 5, outcome: 'answered', hidden: 'no', joins: false };
  happen(ledgers, [site], reader, { ...base, handOvers: [] });
  happen(ledgers, [site], reader, { ...base, handOvers: [{ toDesk: false, after: 1, waits: 1, ends: 'returned' }] });
  happen(ledgers, [site], reader, { ...base, handOvers: [{ toDesk: false, after: 1, waits: 4, ends: 'accepted' }] });
  await ledgers.follow(tracking.runtime.database);
  expect(await new ReadContactFigures(tracking.runtime.database).of(reader, period, 'none')).toEqual([
    expect.objectContaining({ recorded: 3, answered: 3, answeredByFirstOwner: 2, firstContactResolution: 0.667, handOversAccepted: 1, secondsToAcceptP50: 240 }),
  ]);
});

test('what the desk takes from the portal is no hand-over: whoever takes it is first asked (W2.1)', async () => {
  const ledgers = new Ledgers();
  const site = ledgers.site('Asia/Shanghai');
  const reader = tracking.holding('desk', { roles: [{ role: 'desk', siteId: site.id }] });
  const written: History = {
    site: 0, at: 20 * day, channel: 'portal', caller: 'resident', escalated: [], after: 5, outcome: 'answered', hidden: 'no', joins: false,
    handOvers: [{ toDesk: true, after: 0, waits: 4, ends: 'accepted' }],
  };
  happen(ledgers, [site], reader, written);
  await ledgers.follow(tracking.runtime.database);
  expect(await new ReadContactFigures(tracking.runtime.database).of(reader, period, 'none')).toEqual([
    expect.objectContaining({ answered: 1, answeredByFirstOwner: 1, firstContactResolution: 1, handOversOffered: 0, handOversAccepted: 0, secondsToAcceptP50: null }),
  ]);
});
