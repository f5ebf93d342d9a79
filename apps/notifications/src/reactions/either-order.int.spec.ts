import type { EventData, EventType, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { notificationsSchema } from '../persistence/schema';
import { CopyPeopleReaction } from './copy-people.reaction';
import { TellAboutOutcomeReaction } from './tell-about-outcome.reaction';
import { TellAboutRepairsReaction } from './tell-about-repairs.reaction';
import { TellAboutTelephoneReaction } from './tell-about-telephone.reaction';
import { TellAboutWorkReaction } from './tell-about-work.reaction';
import { TellCrewsReaction } from './tell-crews.reaction';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

type Step = () => Promise<void>;
const orders: Array<[string, (one: Step, other: Step) => Promise<unknown>]> = [
  ['the one first', async (one, other) => (await one(), await other())],
  ['the other first', async (one, other) => (await other(), await one())],
  ['both at once', (one, other) => Promise.all([one(), other()])],
  ['each twice', async (one, other) => (await other(), await one(), await other(), await one())],
];

describe.each(orders)('whoever is to be told is told once, when durables overtake each other: %s', (_, inOrder) => {
  let own: OwnDatabase;
  let database: Database;
  let siteId: string;

  beforeAll(async () => {
    own = await OwnDatabase.open(notificationsSchema);
    ({ database } = own);
  });
  beforeEach(() => {
    siteId = newId();
  });
  afterAll(() => own.close());

  /** An event as its reaction takes it, in a transaction of its own. */
  function told<T extends EventType>(type: T, subject: string, data: object, react: (event: never, context: never) => unknown): Step {
    const event = announced(type, subject, siteId, data as EventData<T>, { aggregateversion: 2 }) as WireEvent;
    return () =>
      database.transaction(async (tx) => void (await react(event as never, { tx, now: tx.now, together: [event] } as unknown as ReactionContext<Transaction> as never)));
  }
  const inboxOf = async (personId: string) =>
    (await database.query<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 ORDER BY kind', [personId])).map(({ kind }) => kind);

  const people = new CopyPeopleReaction();
  const joined = (crewId: string, personId: string, from = ago(3600), until: string | null = null) => {
    const membershipId = newId();
    return told('directory.crew-member-joined.v1', membershipId, { membershipId, crewId, personId, lead: false, from, until }, people.onMember.bind(people));
  };
  const granted = (personId: string, role: string, of: string | null, from = ago(3600)) => {
    const grantId = newId();
    return told('directory.role-granted.v1', grantId, { grantId, personId, role, siteId: of, from, until: null }, people.onRole.bind(people));
  };
  const order = (requestId: string) => ({ workOrderNumber: 'W-20261123-10001', repairRequestId: requestId, repairNumber: 'R-20261123-10001', episode: 1 });
  const reported = (requestId: string, reporterId: string | null) => {
    const reaction = new TellAboutRepairsReaction();
    return told('tickets.repair-requested.v1', requestId, { number: 'R-20261123-10001', episode: 1, reporterId, repairClass: 'P2' }, reaction.onEvent.bind(reaction));
  };
  const arrived = (requestId: string) => {
    const reaction = new TellAboutWorkReaction();
    return told('dispatch.work-order-arrived.v1', newId(), { ...order(requestId), crewId: newId(), technicianId: newId() }, reaction.onEvent.bind(reaction));
  };
  const assigned = (crewId: string) => {
    const reaction = new TellCrewsReaction();
    return told('dispatch.work-order-assigned.v1', newId(), { ...order(newId()), crewId, technicianId: null, how: 'assigned' }, reaction.onEvent.bind(reaction));
  };
  const corrected = (crewId: string | null, technicianId: string | null) => {
    const reaction = new TellCrewsReaction();
    const data = { ...order(newId()), crewId, technicianId, changed: ['location'], dispatchedAnew: crewId === null };
    return told('dispatch.work-order-corrected.v1', newId(), data, reaction.onEvent.bind(reaction));
  };
  const unsatisfied = () => {
    const reaction = new TellAboutOutcomeReaction();
    const data = { repairRequestId: newId(), repairNumber: 'R-20261123-10001', episode: 1, result: 'unsatisfied', rating: 1, comment: null };
    return told('followups.follow-up-completed.v1', newId(), data, reaction.onCompleted.bind(reaction));
  };

  it('a reporter, that somebody has come', async () => {
    const [requestId, reporterId] = [newId(), newId()];
    await inOrder(reported(requestId, reporterId), arrived(requestId));
    expect(await inboxOf(reporterId)).toEqual(['repair-accepted', 'repair-on-site']);
  });

  it('a reporter, of both visits', async () => {
    const [requestId, reporterId] = [newId(), newId()];
    await arrived(requestId)();
    await inOrder(reported(requestId, reporterId), arrived(requestId));
    expect(await inboxOf(reporterId)).toEqual(['repair-accepted', 'repair-on-site', 'repair-on-site']);
  });

  it('a reporter, however late their request is heard of', async () => {
    const [requestId, reporterId, crewId] = [newId(), newId(), newId()];
    await arrived(requestId)();
    await database.query(`UPDATE group_notice SET told_at = told_at - interval '3 days'`);
    await assigned(crewId)();
    await inOrder(reported(requestId, reporterId), assigned(crewId));
    expect(await inboxOf(reporterId)).toEqual(['repair-accepted', 'repair-on-site']);
  });

  it('a person, that the office changed their number and that it opens their account', async () => {
    const personId = newId();
    const reaction = new TellAboutTelephoneReaction();
    const changed = (data: object) => told('directory.person-changed.v1', personId, { personId, ...data }, reaction.onChanged.bind(reaction));
    await changed({ fields: ['name'] })();
    expect(await inboxOf(personId)).toEqual([]);
    await inOrder(changed({ fields: ['phone'], phoneShown: false }), changed({ fields: ['phone'], phoneShown: true }));
    expect(await inboxOf(personId)).toEqual(['telephone-changed', 'telephone-opens']);
  });

  it('nobody, where nobody reported it', async () => {
    const requestId = newId();
    await inOrder(reported(requestId, null), arrived(requestId));
    expect(await database.query('SELECT 1 FROM notification WHERE subject_id = $1', [requestId])).toEqual([]);
  });

  it('a crew, what it is sent to', async () => {
    const [crewId, known, other] = [newId(), newId(), newId()];
    await joined(crewId, known)();
    await joined(newId(), other)();
    const personId = newId();
    await inOrder(joined(crewId, personId), assigned(crewId));
    expect([await inboxOf(known), await inboxOf(personId), await inboxOf(other)]).toEqual([['work-order-yours'], ['work-order-yours'], []]);
  });

  it('not who had left the crew, or joined it later', async () => {
    const [crewId, left, later] = [newId(), newId(), newId()];
    const hour = new Date(Date.now() + 3_600_000).toISOString();
    await inOrder(joined(crewId, left, ago(7200), ago(3600)), assigned(crewId));
    await inOrder(joined(crewId, later, hour), assigned(crewId));
    expect([await inboxOf(left), await inboxOf(later)]).toEqual([[], []]);
  });

  it('whoever has it, that an order was corrected; nobody, where it is sent anew', async () => {
    const [crewId, member, technician] = [newId(), newId(), newId()];
    await inOrder(joined(crewId, member), corrected(crewId, null));
    await corrected(crewId, technician)();
    await corrected(null, null)();
    expect([await inboxOf(member), await inboxOf(technician)]).toEqual([['work-order-changed'], ['work-order-changed']]);
  });

  it('the leads of the site and of the company, that a reporter is not satisfied', async () => {
    const [lead, everywhere, elsewhere, desk] = [newId(), newId(), newId(), newId()];
    const outcome = unsatisfied();
    await inOrder(granted(lead, 'desk-lead', siteId), outcome);
    await inOrder(granted(everywhere, 'crew-lead', null), outcome);
    await inOrder(granted(elsewhere, 'desk-lead', newId()), outcome);
    await inOrder(granted(desk, 'desk', siteId), outcome);
    const once = ['follow-up-unsatisfied'];
    expect([await inboxOf(lead), await inboxOf(everywhere), await inboxOf(elsewhere), await inboxOf(desk)]).toEqual([once, once, [], []]);
  });
});
