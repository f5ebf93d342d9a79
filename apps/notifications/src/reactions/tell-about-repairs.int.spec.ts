import type { EventData, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutRepairsReaction } from './tell-about-repairs.reaction';

type Told = Selected<'tickets.*'>;
const said = { number: 'R-20261123-10007', episode: 1 };

describe('a reporter hears how their request goes (W2.2)', () => {
  let office: NotificationsUnderTest;
  let version: number;
  let requestId: string;
  const [reporterId, desk] = [newId(), newId()];
  const reaction = new TellAboutRepairsReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    [version, requestId] = [0, newId()];
    await happens('tickets.repair-requested.v1', { ...said, reporterId, repairClass: 'P2' });
  });

  async function happens<T extends Told['type']>(type: T, data: object, actorid = desk): Promise<void> {
    const event = announced(type, requestId, office.awake, data as EventData<T>, { aggregateversion: (version += 1), actorid }) as WireEvent as Told;
    await office.database.transaction((tx) => reaction.onEvent(event, { tx, now: tx.now, together: [event] } as unknown as ReactionContext<Transaction>));
  }
  const cancelled = (actorid?: string) => happens('tickets.repair-cancelled.v1', { ...said, reason: '住户不在', from: 'open' }, actorid);
  const takenBack = (type: string, actorid?: string) =>
    happens('tickets.act-taken-back.v1', { ...said, act: { eventId: newId(), version, type }, state: 'open', from: {}, to: {} }, actorid);
  const heard = async (personId = reporterId) =>
    (await office.database.query<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 ORDER BY id', [personId])).map(({ kind }) => kind);

  it('of a cancellation, that it was taken back, and of the next one in the same episode', async () => {
    await cancelled();
    await takenBack('tickets.repair-cancelled.v1');
    await cancelled();
    expect(await heard()).toEqual(['repair-accepted', 'repair-cancelled', 'repair-goes-on', 'repair-cancelled']);
  });

  it('at night of what their site has made urgent (G5)', async () => {
    await office.database.query(`INSERT INTO notification_settings (person_id, language, version, changed_at, channels) VALUES ($1, 'zh', 1, now(), '{"repairs":["sms"]}')`, [reporterId]);
    await cancelled();
    const plan = { class: 'P2', promise: null, plan: { urgent: true, function: 'desk', levels: [] } };
    await office.database.query(`INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at) VALUES ($1, 'plan', $2, $3, '{}', '2026-01-01', now())`, [
      newId(), office.awake, JSON.stringify(plan),
    ]);
    await takenBack('tickets.repair-cancelled.v1');
    expect(await office.database.query('SELECT urgent FROM delivery WHERE person_id = $1 ORDER BY id', [reporterId])).toEqual([{ urgent: false }, { urgent: true }]);
    await office.database.query('DELETE FROM office_rule WHERE site_id = $1', [office.awake]);
    await office.database.query('DELETE FROM notification_settings WHERE person_id = $1', [reporterId]);
  });

  it('not of what they did themselves', async () => {
    await cancelled(reporterId);
    await takenBack('tickets.repair-cancelled.v1', reporterId);
    expect(await heard()).toEqual(['repair-accepted']);
  });

  it('not of a correction or a comment that was taken back: nothing goes on that had stopped', async () => {
    await happens('tickets.repair-commented.v1', { ...said, comment: '明天来' });
    await takenBack('tickets.repair-commented.v1');
    await takenBack('tickets.repair-corrected.v1');
    expect(await heard()).toEqual(['repair-accepted', 'repair-commented']);
  });

  describe('whoever is to hurry hears that it was urged (催单)', () => {
    const [technicianId, deskAgent, crewLead] = [newId(), newId(), newId()];
    const urged = (responsibleId: string | null, count = 1, actorid = reporterId) =>
      happens('tickets.repair-urged.v1', { ...said, count, words: '还没来', responsibleId, repairClass: 'P2' }, actorid);

    beforeEach(async () => {
      for (const [personId, role] of [[deskAgent, 'desk'], [crewLead, 'crew-lead']])
        await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [
          newId(), personId, role, office.awake, '2026-01-01T00:00:00Z',
        ]);
    });

    it('the technician who has it, and the lead of the crews; not the desk', async () => {
      await urged(technicianId);
      expect([await heard(technicianId), await heard(crewLead), await heard(deskAgent)]).toEqual([['work-urged'], ['work-urged'], []]);
    });

    it('the desk where nobody has taken it, each time; but not who urged for the reporter', async () => {
      await urged(null);
      await urged(null, 2);
      await urged(null, 3, deskAgent);
      expect([await heard(technicianId), await heard(crewLead), await heard(deskAgent)]).toEqual([[], [], ['work-urged', 'work-urged']]);
      expect(await heard()).toEqual(['repair-accepted']);
    });
  });

  it('what the reporter writes after the closing, the desk hears (what the closest systems get wrong: a comment after closing reaches nobody), and that it is reopened (what the closest systems get wrong: a questionnaire silently reopens)', async () => {
    const agent = newId();
    await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, 'desk', $3, '2026-01-01T00:00:00Z')`, [
      newId(), agent, office.awake,
    ]);
    await happens('tickets.repair-closed.v1', said);
    await happens('tickets.repair-commented.v1', { ...said, comment: '又漏了' }, reporterId);
    await happens('tickets.repair-reopened.v1', { ...said, episode: 2, repairClass: 'P2', reason: '又漏了' }, reporterId);
    expect(await heard(agent)).toEqual(['repair-commented', 'repair-reopened']);
  });

  it('of one or two stars the leads hear, of more nobody', async () => {
    const lead = newId();
    await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, 'crew-lead', $3, '2026-01-01T00:00:00Z')`, [
      newId(), lead, office.awake,
    ]);
    await happens('tickets.repair-rated.v1', { ...said, rating: 4, result: 'satisfied', words: null }, reporterId);
    expect(await heard(lead)).toEqual([]);
    await happens('tickets.repair-rated.v1', { ...said, rating: 1, result: 'unsatisfied', words: null }, reporterId);
    expect(await heard(lead)).toEqual(['work-rated-badly']);
  });

  it('whose request was merged hears of that, and of the outcome of the other, until it stands alone again (并单)', async () => {
    const [survivor, doubled, double] = [newId(), reporterId, { id: requestId, number: said.number }];
    const other = { number: 'R-20261123-10008', episode: 1 };
    const ofDouble = { version, requestId };
    await happens('tickets.repair-merged.v1', { ...said, into: { id: survivor, number: other.number }, from: 'open', reason: null });
    const merged = version;
    [version, requestId] = [0, survivor];
    await happens('tickets.repair-requested.v1', { ...other, reporterId: newId(), repairClass: 'P2' });
    await happens('tickets.repair-double-joined.v1', { ...other, double });
    await happens('tickets.repair-resolved.v1', { ...other, workOrderId: null });
    await happens('tickets.repair-closed.v1', { ...other, result: 'satisfied', followUpId: newId() });
    expect(await heard(doubled)).toEqual(['repair-accepted', 'repair-merged', 'repair-double-resolved', 'repair-double-closed']);
    await happens('tickets.repair-double-left.v1', { ...other, double, why: 'undone' });
    await happens('tickets.repair-reopened.v1', { ...other, episode: 2, repairClass: 'P2', reason: '又漏' });
    [version, requestId] = [merged, ofDouble.requestId];
    await happens('tickets.repair-unmerged.v1', { ...said, from: { id: survivor, number: other.number }, state: 'open' });
    expect((await heard(doubled)).slice(4)).toEqual(['repair-unmerged']);
  });

  it('whose request was merged into one, taken out and merged into another hears of the latter, in whichever order the two are heard', async () => {
    const [double, first, second] = [{ id: requestId, number: said.number }, newId(), newId()];
    const into = (number: string) => ({ number, episode: 1 });
    const inFirst = async () => {
      [version, requestId] = [1, first];
      await happens('tickets.repair-double-joined.v1', { ...into('R-1'), double, mergeVersion: 2 });
      await happens('tickets.repair-double-left.v1', { ...into('R-1'), double, why: 'undone' });
    };
    const inSecond = async () => {
      [version, requestId] = [1, second];
      await happens('tickets.repair-double-joined.v1', { ...into('R-2'), double, mergeVersion: 4 });
    };
    for (const [i, heardIn] of [[inFirst, inSecond], [inSecond, inFirst]].entries()) {
      await office.database.query('DELETE FROM joined_double');
      for (const hear of heardIn) await hear();
      [version, requestId] = [2, second];
      await happens('tickets.repair-resolved.v1', { ...into('R-2'), episode: i + 1, workOrderId: null });
    }
    expect(await heard()).toEqual(['repair-accepted', 'repair-double-resolved', 'repair-double-resolved']);
    // Told before merges had versions.
    [version, requestId] = [1, first];
    await office.database.query('DELETE FROM joined_double');
    await happens('tickets.repair-double-joined.v1', { ...into('R-1'), double });
    expect(await office.database.query('SELECT survivor_id, merge_version FROM joined_double')).toEqual([{ survivor_id: first, merge_version: 0 }]);
  });

  it('who said “me too” hears of the outcome, also of the request it was merged into, and of a cancellation (我也遇到)', async () => {
    const [sharer, survivor, double] = [newId(), newId(), requestId];
    await happens('tickets.repair-joined.v1', { ...said, count: 1 }, sharer);
    await cancelled();
    await takenBack('tickets.repair-cancelled.v1');
    await takenBack('tickets.repair-commented.v1');
    await cancelled();
    await happens('tickets.repair-reopened.v1', { ...said, episode: 2, repairClass: 'P2', reason: '又漏' });
    [version, requestId] = [0, survivor];
    const other = { number: 'R-20261123-10009', episode: 1 };
    await happens('tickets.repair-requested.v1', { ...other, reporterId: newId(), repairClass: 'P2' });
    await happens('tickets.repair-double-joined.v1', { ...other, double: { id: double, number: said.number } });
    await happens('tickets.repair-resolved.v1', { ...other, workOrderId: null });
    await happens('tickets.repair-closed.v1', { ...other, result: 'satisfied', followUpId: newId() });
    expect(await heard(sharer)).toEqual(['repair-shared-cancelled', 'repair-shared-goes-on', 'repair-shared-cancelled', 'repair-shared-reopened', 'repair-shared-double-resolved', 'repair-shared-double-closed']);
    // By the number they know, as whoever reported it hears.
    const [told] = await office.database.query(`SELECT subject_id, data FROM notification WHERE person_id = $1 AND kind = 'repair-shared-double-closed'`, [sharer]);
    expect(told).toEqual({ subject_id: double, data: { number: said.number, into: other.number } });
    // Who has met both hears once, of the one that went on.
    await happens('tickets.repair-joined.v1', { ...other, count: 1 }, sharer);
    await happens('tickets.repair-reopened.v1', { ...other, episode: 2, repairClass: 'P2', reason: '又漏' });
    expect((await heard(sharer)).slice(6)).toEqual(['repair-shared-reopened']);
  });

  it('who reported it, or a double of it, hears of the outcome as that alone, also where they had said “me too” before', async () => {
    const [survivor, ofSurvivor, double, other] = [newId(), newId(), requestId, { number: 'R-20261123-10009', episode: 1 }];
    await happens('tickets.repair-joined.v1', { ...said, count: 1 }, ofSurvivor);
    [version, requestId] = [0, survivor];
    await happens('tickets.repair-requested.v1', { ...other, reporterId: ofSurvivor, repairClass: 'P2' });
    await happens('tickets.repair-joined.v1', { ...other, count: 1 }, reporterId);
    await happens('tickets.repair-double-joined.v1', { ...other, double: { id: double, number: said.number } });
    await happens('tickets.repair-resolved.v1', { ...other, workOrderId: null });
    expect([await heard(), await heard(ofSurvivor)]).toEqual([['repair-accepted', 'repair-double-resolved'], ['repair-accepted', 'repair-resolved']]);
  });

  it('once of what happens once an episode, however often it is said', async () => {
    await happens('tickets.repair-resolved.v1', { ...said, workOrderId: null });
    await happens('tickets.repair-resolved.v1', { ...said, workOrderId: null });
    expect(await heard()).toEqual(['repair-accepted', 'repair-resolved']);
  });
});
