import { eventContracts, type EventData, type EventType, type Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutComplaintsReaction } from './tell-about-complaints.reaction';
import { TellAboutContactsReaction } from './tell-about-contacts.reaction';
import { TellAboutOutcomeReaction } from './tell-about-outcome.reaction';
import { TellAboutPhoneNotesReaction } from './tell-about-phone-notes.reaction';

const nobody = { personIds: [], crewIds: [] };

describe('whoever deputises hears at once what waits for who is away (G1, G5)', () => {
  let office: NotificationsUnderTest;
  let complaintId: string;
  let version: number;
  const [director, company, lead, desk, first, second] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
  const complaints = new TellAboutComplaintsReaction();
  const contacts = new TellAboutContactsReaction();
  const outcomes = new TellAboutOutcomeReaction();
  const notes = new TellAboutPhoneNotesReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    await office.database.query('DELETE FROM notification_settings');
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
  const goesOn = (type: Extract<EventType, `complaints.${string}`>, data: object = {}, actorid = desk) =>
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

  it('W2.3: of a matter of attitude whoever answers for one of those it is about, beside whoever handles it', async () => {
    await complained({ major: false, handlerId: first, superiorIds: [second] });
    expect(await told()).toEqual([['complaint-yours', first], ['complaint-attitude', second]]);
    await goesOn('complaints.complaint-corrected.v1', { handlerId: first, formerHandlerId: first, superiorIds: [company] });
    expect(await told()).toEqual([['complaint-attitude', company]]);
  });

  /** Whether what was told passes quiet hours, as it stands among what is to be sent. */
  const passesTheNight = async () => {
    const rows = await office.database.query<{ kind: string; urgent: boolean }>(`WITH sent AS (DELETE FROM delivery RETURNING *) SELECT content ->> 'kind' AS kind, urgent FROM sent ORDER BY id`);
    return rows.map(({ kind, urgent }) => [kind, urgent]);
  };
  const byMessage = (...people: string[]) =>
    Promise.all(people.map((personId) => office.database.query(`INSERT INTO notification_settings (person_id, language, version, channels, changed_at) VALUES ($1, 'zh', 1, '{"work": ["sms"]}', '2020-01-01') ON CONFLICT (person_id) DO NOTHING`, [personId])));

  it('W2.1, R1.4: what is to be taken in hand at once waits for no morning; what is not, does', async () => {
    await byMessage(director, lead, first);
    await complained();
    expect(await passesTheNight()).toEqual([['complaint-major', true]]);
    await goesOn('complaints.complaint-made-major.v1', { handlerId: director });
    expect(await passesTheNight()).toEqual([['complaint-major', true]]);
    complaintId = newId();
    await complained({ major: false, handlerId: first });
    expect(await passesTheNight()).toEqual([['complaint-yours', false]]);
    const offered = (heated: boolean) =>
      happens('reception.contact-offered.v1', { handOver: version, ownerId: desk, toPersonId: null, toRole: null, toDesk: false, heated }, contacts.onEvent.bind(contacts));
    await offered(true);
    expect(await passesTheNight()).toEqual([['contact-heated', true]]);
    await offered(false);
    expect(await passesTheNight()).toEqual([['contact-offered', false]]);
  });

  it.each([true, false])('R2.3: an urgent phone note does not wait for the morning either, wherever it goes; urgent: %s', async (urgent) => {
    await byMessage(first, lead);
    const note = (fact: 'left' | 'readdressed' | 'returned', more: object = { urgent }) =>
      happens(`reception.phone-note-${fact}.v1`, { fromPersonId: lead, toPersonId: first, round: 1, ...more }, notes.onEvent.bind(notes));
    for (const fact of ['left', 'readdressed', 'returned'] as const) await note(fact);
    expect(await passesTheNight()).toEqual([['phone-note-left', urgent], ['phone-note-left', urgent], ['phone-note-returned', urgent]]);
    // As it was said before the urgency of a returned one was.
    await note('returned', {});
    expect(await passesTheNight()).toEqual([['phone-note-returned', false]]);
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

  it('W2.3: of a correction whoever has it now, or the lead where nobody may, and never whom it is about', async () => {
    await complained({ major: false, handlerId: desk });
    await told();
    await goesOn('complaints.complaint-hidden.v1', { hiddenFrom: { personIds: [desk], crewIds: [] } });
    await goesOn('complaints.complaint-corrected.v1', { handlerId: director, formerHandlerId: desk }, lead);
    expect(await told()).toEqual([['complaint-yours', director]]);
    await goesOn('complaints.complaint-corrected.v1', { handlerId: director, formerHandlerId: director }, lead);
    expect(await told()).toEqual([]);
    await goesOn('complaints.complaint-corrected.v1', { handlerId: null, formerHandlerId: director });
    expect(await told()).toEqual([['complaint-unassigned', lead]]);
  });

  it('W2.3: of a merge who had the one that rests and who has the one that goes on, once, and never from whom either is hidden', async () => {
    const [id, into] = [newId(), newId()];
    const number = 'C-20261127-10002';
    const merge = async (one: string | null, other: string | null, ...hidden: string[]) => {
      for (const [each, handlerId] of [[id, one], [into, other]] as const) {
        complaintId = each;
        await complained({ major: false, handlerId, hiddenFrom: each === into ? { personIds: hidden, crewIds: [] } : nobody });
      }
      await told();
      complaintId = id;
      await goesOn('complaints.complaint-merged.v1', { into: { id: into, number }, from: 'recorded' }, lead);
      complaintId = into;
      await goesOn('complaints.complaint-double-joined.v1', { double: { id, number }, households: 2, complainants: 2 }, lead);
    };
    await merge(desk, first);
    const [content] = await office.database.query<{ data: { into?: string } }>(`SELECT data FROM notification WHERE kind = 'complaint-rests'`);
    expect(content!.data).toMatchObject({ number: 'C-20261127-10001', into: number });
    expect(await told()).toEqual([['complaint-rests', desk], ['complaint-goes-on', first]]);
    await merge(first, first);
    expect(await told()).toEqual([['complaint-goes-on', first]]);
    await merge(null, null);
    expect(await told()).toEqual([]);
    await merge(second, lead, second);
    expect(await told()).toEqual([]);
  });

  it('G3: of a merge that was taken back who has each of the two again, and who had the one by it, never from whom either is hidden', async () => {
    const [id, into] = [newId(), newId()];
    const number = 'C-20261127-10002';
    const takeBack = async (one: string | null, other: string | null, by: string | null, ...hidden: string[]) => {
      for (const [each, handlerId] of [[id, null], [into, by]] as const) {
        complaintId = each;
        await complained({ major: false, handlerId, hiddenFrom: each === into ? { personIds: hidden, crewIds: [] } : nobody });
      }
      await told();
      complaintId = id;
      await goesOn('complaints.complaint-unmerged.v1', { into: { id: into, number }, state: 'recorded', handlerId: one }, lead);
      complaintId = into;
      await goesOn('complaints.complaint-double-left.v1', { double: { id, number }, handlerId: other }, lead);
    };
    await takeBack(desk, first, director);
    expect(await told()).toEqual([['complaint-apart', desk], ['complaint-left', first], ['complaint-left', director]]);
    // They have it from now on.
    await goesOn('complaints.task-finished.v1', { taskId: desk }, lead);
    expect(await told()).toEqual([['complaint-task-done', first]]);
    await takeBack(null, null, null);
    expect(await told()).toEqual([]);
    await takeBack(second, lead, second, second);
    expect(await told()).toEqual([]);
  });

  it('W2.3: of a task that is done whoever handles it, of one that is cancelled its owner, and whoever handles it where they did not do it', async () => {
    await complained({ major: false, handlerId: director });
    await told();
    await goesOn('complaints.task-finished.v1', { taskId: desk }, first);
    expect(await told()).toEqual([['complaint-task-done', director]]);
    await goesOn('complaints.task-cancelled.v1', { taskId: desk, ownerId: first }, director);
    expect(await told()).toEqual([['complaint-task-cancelled', first]]);
    await goesOn('complaints.complaint-hidden.v1', { hiddenFrom: { personIds: [first], crewIds: [] } });
    await goesOn('complaints.task-cancelled.v1', { taskId: desk, ownerId: first }, lead);
    expect(await told()).toEqual([['complaint-task-off', director]]);
  });

  it('W2.3: of a task that goes with the complaint to another handler both, but nobody from whom it is hidden by then', async () => {
    await complained({ major: false, handlerId: director });
    await told();
    await goesOn('complaints.task-handed-on.v1', { taskId: desk, ownerId: director, formerOwnerId: first }, lead);
    expect(await told()).toEqual([['complaint-task', director], ['complaint-task-handed-on', first]]);
    await goesOn('complaints.complaint-hidden.v1', { hiddenFrom: { personIds: [first], crewIds: [] } });
    await goesOn('complaints.task-handed-on.v1', { taskId: desk, ownerId: director, formerOwnerId: first }, lead);
    expect(await told()).toEqual([['complaint-task', director]]);
  });

  it('W2.3: an extension waits for somebody who neither asked for it nor handles the case', async () => {
    await deputise(lead, first);
    await isAway(lead);
    await complained({ major: false, handlerId: desk }, { actorid: desk });
    await goesOn('complaints.extension-asked.v1');
    expect(await told()).toEqual([['complaint-extension-asked', first]]);
    await goesOn('complaints.extension-asked.v1', {}, first);
    expect(await told()).toEqual([['complaint-extension-asked', director]]);
    // Whoever may say yes is above the handler: the nearest who is there.
    await goesOn('complaints.extension-asked.v1', { approvers: ['department-head', 'director', 'company'] });
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

  it('R3.3: of a measure its owner, and whoever has it after them, each time', async () => {
    await goesOn('complaints.cause-measure-set.v1', { month: '2026-10', source: 'complaints', cause: 'noise', ownerId: first, dueAt: '2026-11-30T08:00:00.000Z' }, lead);
    await goesOn('complaints.cause-measure-assigned.v1', { ownerId: second, formerOwnerId: first }, lead);
    await goesOn('complaints.cause-measure-assigned.v1', { ownerId: first, formerOwnerId: second }, lead);
    expect(await told()).toEqual([['measure-yours', first], ['measure-yours', second], ['measure-yours', first]]);
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
