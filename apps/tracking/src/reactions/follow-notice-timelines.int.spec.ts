import type { EventData, EventType, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { NoticeTimelines } from '../persistence/notice-timelines';
import { trackingSchema } from '../persistence/schema';
import { timelineOf } from '../features/read-timeline/timeline.view';
import { FollowAnswersReaction } from './follow-answers.reaction';
import { FollowNoticeTimelinesReaction } from './follow-notice-timelines.reaction';
import { FollowNoticesReaction } from './follow-notices.reaction';

const siteId = newId();
const number = 'N-20261123-10001';
const said = { number, edition: 1, kind: 'outage' as const };

describe('the timeline of a notice (W2.4)', () => {
  let own: OwnDatabase;
  let database: Database;
  const [timelines, figures, answers] = [new FollowNoticeTimelinesReaction(), new FollowNoticesReaction(), new FollowAnswersReaction()];

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });
  afterAll(() => own.close());

  // One a second, unless they are of one act: they are read in this order.
  let seconds = 0;
  const now = () => {
    const at = new Date(Date.UTC(2026, 10, 23) + seconds * 1_000).toISOString();
    return { happenedat: at, time: at };
  };
  const next = () => {
    seconds += 1;
    return now();
  };
  const versions = new Map<string, number>();
  async function announce<T extends EventType>(id: string, type: T, data: EventData<T>, at = next): Promise<void> {
    versions.set(id, (versions.get(id) ?? 0) + 1);
    const event = announced(type, id, siteId, data, { aggregateversion: versions.get(id)!, ...at() });
    await database.transaction(async (tx) => {
      const context = { tx, now: tx.now } as unknown as ReactionContext<Transaction>;
      timelines.onEvent(event as unknown as Selected<'notifications.*'>, context);
      if (type === 'notifications.notice-task-set.v1') figures.onEvent(event as WireEvent as WireEvent<'notifications.notice-task-set.v1'>, context);
    });
  }
  const late = (promise: string) => ({ deadlineId: newId(), promise, class: 'notice-approval', dueAt: new Date().toISOString(), level: 'responsible' });
  const told = { outcome: 'told' as const, reached: 'responsible', told: [] };
  const answered = (objectType: string, objectId: string): Promise<void> => {
    const { deadlineId, promise, level } = late('post');
    const event = announced('notifications.escalation-answered.v1', newId(), siteId, { objectType, objectId, deadlineId, promise, level, answer: 'acknowledged', note: null }, next());
    return database.transaction(async (tx) =>
      answers.onAnswered(event as WireEvent<'notifications.escalation-answered.v1'>, { tx, now: tx.now } as unknown as ReactionContext<Transaction>),
    );
  };
  const holding = (role: Role, site = siteId): Principal => ({
    personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId: site }], crews: [], homes: [],
  });
  const read = async (id: string, language: 'zh' | 'en' = 'zh', who = holding('clerk')) =>
    (await new NoticeTimelines(database).read(who, id)).map(({ type, data }) => summaryOf(type, data, language));

  it('says what happened in both languages, the levels of its approval among it (G5), to the office alone', async () => {
    const id = newId();
    const contentHash = '0'.repeat(64);
    await announce(id, 'notifications.notice-drafted.v1', { ...said, contentHash, attachmentIds: [], correctsId: null });
    await announce(id, 'notifications.notice-submitted.v1', { ...said, contentHash });
    await announce(id, 'notifications.notice-escalated.v1', { ...said, ...late('approve'), to: 'responsible', ...told });
    await announce(id, 'notifications.notice-escalated.v1', { ...said, ...late('approve'), level: 'director', to: 'director', ...told, outcome: 'nobody-on-duty' });
    await answered('notice', id);
    await announce(id, 'notifications.notice-returned.v1', { ...said, remarks: '请写明楼栋' });
    expect(await read(id)).toEqual([
      `已起草，编号 ${number}，第 1 版`, '已送审', '“审核”升级提醒：责任人，已通知', '“审核”升级提醒：主任，无人值班，转下一级', '“业主群发布”的升级提醒：已知悉', '审核退回：请写明楼栋',
    ]);
    expect((await read(id, 'en'))[5]).toBe('Returned with remarks: 请写明楼栋');
    for (const who of [holding('resident'), holding('technician'), holding('clerk', newId())]) expect(await read(id, 'zh', who)).toEqual([]);
  });

  it('says when it is to be released as the clock of its site shows it', async () => {
    const id = newId();
    await database.query(`INSERT INTO site_zone (site_id, time_zone) VALUES ($1, 'Asia/Urumqi')`, [siteId]);
    await announce(id, 'notifications.notice-scheduled.v1', { ...said, releaseAt: '2099-01-01T00:00:00.000Z' });
    const shown = async (language: 'zh' | 'en') => timelineOf(await new NoticeTimelines(database).read(holding('clerk'), id), language).items.map(({ summary }) => summary);
    expect([await shown('zh'), await shown('en')]).toEqual([['定时发布：2099-01-01 06:00'], ['To be released: 2099-01-01 06:00']]);
  });

  it('has what became of its posting tasks, and of none of another notice', async () => {
    const [id, other, task] = [newId(), newId(), newId()];
    const of = { noticeId: id, number, task: 'paper-up' as const, posterId: newId() };
    await answered('notice-task', task);
    await announce(id, 'notifications.notice-withdrawn.v1', { ...said, reason: '改期', from: 'released' });
    await announce(other, 'notifications.notice-expired.v1', said);
    await announce(task, 'notifications.notice-task-set.v1', { ...of, where: '3栋大厅', dueAt: new Date().toISOString() });
    await announce(task, 'notifications.notice-task-escalated.v1', { ...of, ...late('put-up'), to: 'responsible', ...told });
    await announce(task, 'notifications.notice-task-done.v1', { ...of, attachmentIds: [] });
    expect(await read(id)).toEqual(['“业主群发布”的升级提醒：已知悉', '已撤回：改期', '张贴任务：张贴纸质公告（3栋大厅）', '张贴任务超时：张贴纸质公告，“张贴纸质公告”升级提醒：责任人，已通知', '张贴任务完成：张贴纸质公告']);
    expect(await read(other)).toEqual(['已到期']);
  });

  it('says why tasks are set and called off before it says that they are: all of it is one act', async () => {
    const [id, task] = [newId(), newId()];
    const of = { noticeId: id, number, task: 'chat-post' as const, posterId: newId() };
    await announce(id, 'notifications.notice-recalled.v1', said);
    await announce(id, 'notifications.notice-unscheduled.v1', said);
    await announce(task, 'notifications.notice-task-set.v1', { ...of, where: '业主群', dueAt: now().time }, now);
    await announce(id, 'notifications.notice-withdrawn.v1', { ...said, reason: '改期', from: 'released' });
    await announce(task, 'notifications.notice-task-cancelled.v1', of, now);
    expect(await read(id)).toEqual(['已收回送审', '已取消定时发布', '张贴任务：业主群转发（业主群）', '已撤回：改期', '张贴任务取消：业主群转发']);
  });

  it('has nothing of the channels of a site', async () => {
    const channels = newId();
    await announce(channels, 'notifications.notice-channels-set.v1', { kind: 'outage', channels: [], chatGroups: [], paperBoards: [] });
    expect(await database.query('SELECT 1 FROM case_entry WHERE case_id = $1', [channels])).toEqual([]);
  });
});
