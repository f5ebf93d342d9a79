import type { EventData, EventType, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { CaseTimelines } from '../persistence/case-timelines';
import { trackingSchema } from '../persistence/schema';
import { FollowAnswersReaction } from './follow-answers.reaction';
import { FollowPhoneNotesReaction } from './follow-phone-notes.reaction';

const siteId = newId();
const number = 'M-20261123-10001';

describe('the timeline of a phone note (R2.3)', () => {
  let own: OwnDatabase;
  let database: Database;
  const notes = new FollowPhoneNotesReaction();
  const answers = new FollowAnswersReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });
  afterAll(() => own.close());

  const person = (role: Role, site = siteId): Principal => ({
    personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId: site }], crews: [], homes: [],
  });
  const [agent, clerk, technician] = [person('desk'), person('clerk'), person('technician')];
  const within = (work: (context: ReactionContext<Transaction>) => void) =>
    database.transaction(async (tx) => work({ tx, now: tx.now } as unknown as ReactionContext<Transaction>));

  // One a second: they are read in this order.
  let seconds = 0;
  const next = () => {
    const at = new Date(Date.UTC(2026, 10, 23) + (seconds += 1) * 1_000).toISOString();
    return { happenedat: at, time: at };
  };

  function note() {
    const id = newId();
    let version = 0;
    const announce = <T extends EventType>(type: T, data: EventData<T>): Promise<void> => {
      const event = announced(type, id, siteId, data, { aggregateversion: (version += 1), ...next() });
      return within((context) => notes.onEvent(event as unknown as Selected<'reception.*'>, context));
    };
    return { id, announce };
  }

  const to = ({ personId }: Principal, round = 1) => ({ number, fromPersonId: agent.personId, toPersonId: personId, round });
  const late = () => ({ deadlineId: newId(), promise: 'readdress', class: 'phone-note', dueAt: new Date().toISOString(), level: 'responsible' });
  const answered = (objectId: string, words: string): Promise<void> => {
    const { deadlineId, promise, level } = late();
    const event = announced('notifications.escalation-answered.v1', newId(), siteId, { objectType: 'phone-note', objectId, deadlineId, promise, level, answer: 'acted', note: words }, next());
    return within((context) => answers.onAnswered(event as WireEvent<'notifications.escalation-answered.v1'>, context));
  };
  const read = async (id: string, who: Principal, language: 'zh' | 'en' = 'zh') =>
    (await new CaseTimelines(database).read(who, 'tracking.readPhoneNoteTimeline', { type: 'phone-note', id })).map(({ type, data }) => summaryOf(type, data, language));

  it('says what happened in both languages, the levels it was escalated to among it (G5)', async () => {
    const { id, announce } = note();
    await announce('reception.phone-note-left.v1', { ...to(clerk), urgent: false });
    await announce('reception.phone-note-returned.v1', { ...to(clerk), reason: '不归我管' });
    await announce('reception.phone-note-escalated.v1', { ...to(clerk), ...late(), to: 'responsible', outcome: 'told', reached: 'responsible', told: [] });
    await announce('reception.phone-note-escalated.v1', { ...to(clerk), ...late(), level: 'lead', to: 'desk-lead', outcome: 'nobody-on-duty', reached: 'lead', told: [] });
    await answered(id, '已改转');
    expect(await read(id, person('desk-lead'))).toEqual([
      `已登记转告，编号 ${number}`, '已退回：不归我管', '“改转他人”升级提醒：责任人，已通知', '“改转他人”升级提醒：客服主管，无人值班，转下一级', '“改转他人”的升级提醒：已处理',
    ]);
    expect((await read(id, person('director'), 'en'))[3]).toBe('Escalated (sending it to somebody else): the desk lead, nobody on duty, passed on');
  });

  it('is read by the leads of its site, by who left it and by whom it is for by now', async () => {
    const { id, announce } = note();
    await announce('reception.phone-note-left.v1', { ...to(clerk), urgent: false });
    const seenBy = async () => Promise.all([agent, clerk, technician, person('desk'), person('duty-officer'), person('duty-officer', newId()), person('resident')].map(async (who) => (await read(id, who)).length));
    expect(await seenBy()).toEqual([1, 1, 0, 0, 1, 0, 0]);
    await announce('reception.phone-note-readdressed.v1', { ...to(technician, 2), urgent: false });
    expect(await seenBy()).toEqual([2, 0, 2, 0, 2, 0, 0]);
  });

  it('has nobody’s words any more when its retention is over, whichever is heard first (G7)', async () => {
    const { id, announce } = note();
    await announce('reception.phone-note-left.v1', { ...to(clerk), urgent: false });
    await announce('reception.phone-note-returned.v1', { ...to(clerk), reason: '不归我管', lateReason: '停电' });
    await answered(id, '问过李女士了');
    await announce('reception.phone-note-forgotten.v1', to(clerk));
    await answered(id, '又问了李女士');
    expect(await read(id, person('director'))).toEqual(expect.arrayContaining(['已退回：（已删除）', '保存期满，个人信息已删除']));
    const kept = await database.query<{ data: object }>('SELECT data FROM case_entry WHERE case_id = $1', [id]);
    expect(kept).toHaveLength(5);
    expect(JSON.stringify(kept)).not.toMatch(/不归我管|停电|李女士/);
  });

  it('has no word of contacts or visitors', async () => {
    const { id, announce } = note();
    await announce('reception.contact-answered.v1', { number } as EventData<'reception.contact-answered.v1'>);
    expect(await database.query('SELECT 1 FROM case_entry WHERE case_id = $1', [id])).toEqual([]);
  });
});
