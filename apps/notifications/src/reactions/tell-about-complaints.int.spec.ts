import { eventContracts, type EventData, type EventType, type Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutComplaintsReaction } from './tell-about-complaints.reaction';
import { TellAboutContactsReaction } from './tell-about-contacts.reaction';
import { TellAboutOutcomeReaction } from './tell-about-outcome.reaction';

const nobody = { personIds: [], crewIds: [] };

describe('whoever deputises hears at once what waits for who is away (G1, G5)', () => {
  let office: NotificationsUnderTest;
  let complaintId: string;
  let version: number;
  const [director, company, lead, desk, first, second] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
  const complaints = new TellAboutComplaintsReaction();
  const contacts = new TellAboutContactsReaction();
  const outcomes = new TellAboutOutcomeReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    for (const table of ['office_deputy', 'office_absence', 'known_complaint']) await office.database.query(`DELETE FROM ${table}`);
    [complaintId, version] = [newId(), 0];
    const holders: Array<[string, Role]> = [[director, 'director'], [company, 'company'], [lead, 'desk-lead']];
    for (const [personId, role] of holders)
      await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, '2020-01-01')`, [newId(), personId, role, office.awake]);
  });

  async function happens<T extends EventType>(type: T, data: object, react: (event: never, context: never) => unknown, by: { actorid: string; actorfor?: string } = { actorid: desk }): Promise<void> {
    const about = type.startsWith('complaints.') ? complaintId : newId();
    const event = announced(type, about, office.awake, { number: 'C-20261127-10001', ...data } as EventData<T>, { aggregateversion: (version += 1), aggregatetype: eventContracts[type].aggregate, ...by });
    await office.database.transaction(async (tx) => void (await react(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction> as never)));
  }
  const complained = (data: object = {}, by?: { actorid: string; actorfor?: string }) =>
    happens('complaints.complaint-recorded.v1', { major: true, handlerId: director, hiddenFrom: nobody, ...data }, complaints.onEvent.bind(complaints), by);
  const goesOn = (type: 'complaints.complaint-assigned.v1' | 'complaints.complaint-disputed.v1' | 'complaints.extension-asked.v1' | 'complaints.dissent-recorded.v1', data: object = {}, actorid = desk) =>
    happens(type, data, complaints.onEvent.bind(complaints), { actorid });
  const isAway = (...people: string[]) =>
    Promise.all(people.map((personId) => office.database.query(`INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, '2020-01-01')`, [newId(), personId])));
  const deputise = (from: string, to: string, deputy = 1, kind = 'approvals') =>
    office.database.query(`INSERT INTO office_deputy (id, kind, from_person_id, to_person_id, deputy, from_at) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`, [newId(), kind, from, to, deputy]);
  /** Since the last time it was asked. */
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string }>('WITH told AS (DELETE FROM notification RETURNING *) SELECT kind, person_id FROM told ORDER BY id');
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('R1.4: of a major complaint the director; while they are away the first deputy who is there, and not they', async () => {
    await deputise(director, second, 2);
    await deputise(director, first, 1);
    await complained();
    expect(await told()).toEqual([['complaint-major', director]]);
    complaintId = newId();
    await isAway(director);
    await complained();
    expect(await told()).toEqual([['complaint-major', first]]);
    complaintId = newId();
    await isAway(first);
    await complained();
    expect(await told()).toEqual([['complaint-major', second]]);
  });

  it('R1.4: of one that becomes major, too', async () => {
    await deputise(director, first);
    await isAway(director);
    await complained({ major: false, handlerId: desk }, { actorid: lead });
    expect(await told()).toEqual([['complaint-yours', desk]]);
    await happens('complaints.complaint-made-major.v1', { handlerId: director }, complaints.onEvent.bind(complaints));
    expect(await told()).toEqual([['complaint-major', first]]);
  });

  it('R1.4: the company where neither is there, beside the director, who has it in hand; the director alone where nobody is', async () => {
    await isAway(director);
    await complained();
    expect(await told()).toEqual([['complaint-major', company], ['complaint-major', director]]);
    complaintId = newId();
    await isAway(company);
    await complained();
    expect(await told()).toEqual([['complaint-major', director]]);
  });

  it('W2.3: never a deputy whom it is about, nor the deputy of whom it is about', async () => {
    await deputise(director, first, 1);
    await deputise(director, second, 2);
    await isAway(director);
    await complained({ hiddenFrom: { personIds: [first], crewIds: [] } });
    expect(await told()).toEqual([['complaint-major', second]]);
    complaintId = newId();
    await complained({ handlerId: company, hiddenFrom: { personIds: [director], crewIds: [] } });
    expect(await told()).toEqual([['complaint-major', company]]);
  });

  it('W2.3: of what waits for the lead, is decided finally, or was assigned to somebody who is away', async () => {
    await deputise(lead, first, 1, 'duty');
    await deputise(director, second);
    await isAway(director, lead);
    await complained({ major: false, handlerId: null });
    expect(await told()).toEqual([['complaint-unassigned', first]]);
    await goesOn('complaints.complaint-disputed.v1', { final: true });
    expect(await told()).toEqual([['complaint-unassigned', second]]);
    await goesOn('complaints.complaint-assigned.v1', { handlerId: director });
    expect(await told()).toEqual([['complaint-yours', second]]);
    await goesOn('complaints.dissent-recorded.v1');
    expect(await told()).toEqual([['complaint-dissent', second]]);
  });

  it('W2.3: an extension waits for somebody who neither asked for it nor handles the case', async () => {
    await deputise(lead, first);
    await isAway(lead);
    await complained({ major: false, handlerId: desk }, { actorid: desk });
    await goesOn('complaints.extension-asked.v1');
    expect(await told()).toEqual([['complaint-extension-asked', first]]);
    await goesOn('complaints.extension-asked.v1', {}, first);
    expect(await told()).toEqual([['complaint-extension-asked', director]]);
  });

  it('W2.3: of a suggestion the desk but for who took it, and the deputy of its lead; the director where no desk is there', async () => {
    const suggested = () => happens('complaints.suggestion-recorded.v1', { attachmentIds: [] }, complaints.onEvent.bind(complaints));
    const colleague = newId();
    for (const personId of [desk, colleague])
      await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, 'desk', $3, '2020-01-01')`, [newId(), personId, office.awake]);
    await deputise(lead, first, 1, 'duty');
    await isAway(lead);
    await suggested();
    expect(await told()).toEqual([['suggestion-to-review', colleague], ['suggestion-to-review', first]]);
    await isAway(first, desk, colleague);
    await suggested();
    expect(await told()).toEqual([['suggestion-to-review', director]]);
  });

  it('W2.1: of a contact that is handed over to a role', async () => {
    const offered = (more: object) => happens('reception.contact-offered.v1', { handOver: version, ownerId: desk, toPersonId: null, toRole: null, toDesk: false, heated: false, ...more }, contacts.onEvent.bind(contacts));
    await deputise(director, first);
    await isAway(director, lead);
    await offered({ toRole: 'director' });
    expect(await told()).toEqual([['contact-offered', first]]);
    await offered({ heated: true });
    expect(await told()).toEqual([['contact-heated', lead]]);
  });

  it('W2.2: of an unsatisfied reporter', async () => {
    await deputise(lead, first);
    await isAway(lead);
    const data = { repairRequestId: newId(), repairNumber: 'R-1', episode: 1, result: 'unsatisfied', rating: 1, comment: null };
    await happens('followups.follow-up-completed.v1', data, outcomes.onCompleted.bind(outcomes));
    expect(await told()).toEqual([['follow-up-unsatisfied', first]]);
  });
});
