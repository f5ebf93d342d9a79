import type { OperationKey } from '@property-office/access';
import { defaultTimeZone } from '@property-office/calendar';
import type { NoticeChannel, Principal, Role } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import type { AudienceTarget, NoticeContent } from '../domain/notice-content';
import { ApproveNoticeHandler } from '../features/approve-notice/approve-notice.handler';
import { CorrectNoticeHandler } from '../features/correct-notice/correct-notice.handler';
import { DraftNoticeHandler } from '../features/draft-notice/draft-notice.handler';
import { EndNoticeHandler } from '../features/end-notice/end-notice.handler';
import { FinishTaskHandler } from '../features/finish-task/finish-task.handler';
import { MarkNoticeReadHandler } from '../features/mark-notice-read/mark-notice-read.handler';
import { MoveNoticeHandler } from '../features/move-notice/move-notice.handler';
import { ReleaseAtNightHandler } from '../features/release-at-night/release-at-night.handler';
import { ReachHandler } from '../features/release-notice/reach.handler';
import { ReleaseNoticeHandler } from '../features/release-notice/release-notice.handler';
import { ReturnNoticeHandler } from '../features/return-notice/return-notice.handler';
import { ScheduleNoticeHandler } from '../features/schedule-notice/schedule-notice.handler';
import { SetChannelsHandler } from '../features/set-channels/set-channels.handler';
import { SetPostingTasksHandler } from '../features/set-posting-tasks/set-posting-tasks.handler';
import { WithdrawNoticeHandler } from '../features/withdraw-notice/withdraw-notice.handler';
import { ChannelsOfSite } from '../persistence/channels-of-site';
import { nightTemplate } from '../domain/templates';
import type { KnownPlace } from '../persistence/known-places';
import type { Notice } from '../persistence/notice.entity';
import { NoticeClocks } from '../persistence/notice-clocks';
import { NoticeTasks } from '../persistence/notice-tasks';
import { TaskClocks } from '../persistence/task-clocks';
import { Notices } from '../persistence/notices';
import type { DemoNotice } from './demo-notices';

const askedNobody = undefined as never;

/** The use cases of notices, as the demonstration runs them: same rules, same ledger, whatever they look up elsewhere known. */
export class NoticesSetup {
  private readonly drafting: DraftNoticeHandler;
  private readonly correcting: CorrectNoticeHandler;
  readonly move: MoveNoticeHandler;
  readonly approve: ApproveNoticeHandler;
  readonly giveBack: ReturnNoticeHandler;
  readonly schedule: ScheduleNoticeHandler;
  readonly release: ReleaseNoticeHandler;
  readonly withdraw: WithdrawNoticeHandler;
  readonly mark = new MarkNoticeReadHandler();
  readonly setChannels: SetChannelsHandler;
  private readonly night: ReleaseAtNightHandler;
  private readonly finish: FinishTaskHandler;
  private readonly clocks: NoticeClocks;
  private readonly channels: ChannelsOfSite;

  constructor(
    private readonly tx: Transaction,
    database: Database,
  ) {
    const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
    const timers = new TimerLoop(database, { warn: () => undefined });
    const channels = new ChannelsOfSite(database);
    const notices = new Notices(ledger);
    const deadlines = new Deadlines(new OfficeRules(database), timers);
    const tasks = new NoticeTasks(ledger);
    const taskClocks = new TaskClocks(deadlines, tasks, timers);
    taskClocks.onModuleInit();
    const posting = new SetPostingTasksHandler(channels, tasks, notices, taskClocks);
    const ending = new EndNoticeHandler(notices, posting, timers);
    this.drafting = new DraftNoticeHandler(askedNobody, askedNobody, notices);
    this.correcting = new CorrectNoticeHandler(askedNobody, askedNobody, notices);
    const clocks = new NoticeClocks(deadlines, notices, timers);
    clocks.onModuleInit();
    [this.clocks, this.channels] = [clocks, channels];
    this.night = new ReleaseAtNightHandler(askedNobody, askedNobody, askedNobody, notices, new ReachHandler(posting), clocks);
    this.move = new MoveNoticeHandler(notices, clocks);
    this.approve = new ApproveNoticeHandler(notices, clocks);
    this.giveBack = new ReturnNoticeHandler(notices, clocks);
    this.schedule = new ScheduleNoticeHandler(notices);
    this.release = new ReleaseNoticeHandler(notices, new ReachHandler(posting), ending, timers);
    this.withdraw = new WithdrawNoticeHandler(notices, ending);
    this.setChannels = new SetChannelsHandler(channels, ledger);
    this.finish = new FinishTaskHandler(tasks, taskClocks);
  }

  async draft(command: CommandContext, siteId: string, content: NoticeContent): Promise<Notice> {
    const [row] = await this.tx.query<{ n: string }>(`SELECT nextval('notice_number') AS n`);
    return this.drafting.execute(this.tx, command, { siteId, ...inputOf(content) }, { id: newId(), content, sequence: Number(row!.n) });
  }

  /** By the night lane, at whatever hour the demonstration is opened. */
  async releaseAtNight(personId: string, code: string, place: KnownPlace): Promise<Notice> {
    const [row] = await this.tx.query<{ n: string }>(`SELECT nextval('notice_number') AS n`);
    const template = nightTemplate(code)!;
    const { channels } = await this.channels.of(place.siteId, template.kind);
    const prepared = { template, place, timeZone: defaultTimeZone, channels: [...channels], sequence: Number(row!.n), book: await this.clocks.book() };
    const act = { actor: { personId, role: 'duty-officer' as const }, happenedAt: this.tx.now };
    return this.night.release(this.tx, act, { from: this.tx.now }, prepared);
  }

  /** Its paper is up, and a picture shows it. */
  async finishPaper(command: CommandContext, noticeId: string, pictureId: string): Promise<void> {
    const [task] = await this.tx.query<{ id: string }>(`SELECT id FROM notice_task WHERE notice_id = $1 AND task = 'paper-up' AND state = 'open'`, [noticeId]);
    await this.finish.execute(this.tx, command, task!.id, { attachmentIds: [pictureId] });
  }

  /** The draft of its next edition. */
  correct(command: CommandContext, id: string, content: NoticeContent & { whatChanged: string }): Promise<Notice> {
    const { whatChanged } = content;
    return this.correcting.execute(this.tx, command, id, { ...inputOf(content), whatChanged }, { id: newId(), content });
  }
}

/** What a use case reads of its input beside the content that was made of it. */
function inputOf({ kind, zh, en }: NoticeContent) {
  return { kind, zh, ...(en && { en }), audience: [] };
}

export function contentOf({ kind, zh, en }: DemoNotice, audience: AudienceTarget[], channels: NoticeChannel[], more: Partial<NoticeContent> = {}): NoticeContent {
  const settled = { attachments: [], onPublicBoard: channels.includes('portal-board'), validUntil: null, acknowledge: false, remindAfterHours: null, whatChanged: null };
  return { kind, zh, en, audience, channels, ...settled, ...more };
}

/** Somebody of the demonstration, by what they do. */
export function does(personId: string, role: Role, siteId: string): (operation: OperationKey) => CommandContext {
  const principal: Principal = { personId, accountId: personId, sessionId: personId, name: '示范', roles: [{ role, siteId }], crews: [], homes: [] };
  return (operation) => ({ operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' });
}
