import { Injectable } from '@nestjs/common';
import type { NoticeTaskKind } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { PostingPlace } from '../../domain/designated-channels';
import { contentIn } from '../../domain/notice-content';
import { afterNoticeEnded } from '../../domain/notice-task-states';
import { retractionsOf } from '../../domain/retractions';
import { ChannelsOfSite } from '../../persistence/channels-of-site';
import { NoticeTasks } from '../../persistence/notice-tasks';
import { Notices } from '../../persistence/notices';
import { TaskClocks } from '../../persistence/task-clocks';
import type { NoticeTask } from '../../persistence/notice-task.entity';
import type { Notice } from '../../persistence/notice.entity';

/** A release brings work of hands; its end calls off what was not done, and takes back where residents read it. */
@Injectable()
export class SetPostingTasksHandler {
  constructor(
    private readonly channels: ChannelsOfSite,
    private readonly tasks: NoticeTasks,
    private readonly notices: Notices,
    private readonly clocks: TaskClocks,
  ) {}

  async whenReleased(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    const { groups, boards } = await this.placesOf(tx, notice);
    // A group reads the new edition: what was to be said there of an earlier one is not posted after it.
    const names = new Set(groups.map(({ name }) => name));
    for (const task of await this.tasks.lockOfNumber(tx, notice.number)) if (task.task === 'chat-retract' && names.has(task.place)) await this.callOff(tx, task, act);
    for (const group of groups) await this.set(tx, notice, act, 'chat-post', group);
    for (const board of boards) await this.set(tx, notice, act, 'paper-up', board);
  }

  /**
   * By its time: what was posted said how long it holds; paper comes down that is up, or may be. No group is told any more that an
   * edition before holds no longer.
   */
  async whenExpired(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    const present = await this.channels.lock(tx, notice.siteId, notice.kind);
    const tasks = await this.tasks.lockOfNumber(tx, notice.number);
    const papers = retractionsOf(notice.id, tasks.filter(({ task }) => task === 'paper-up'), present, new Set());
    for (const task of tasks) if (task.noticeId === notice.id || task.task === 'chat-retract') await this.callOff(tx, task, act);
    for (const { task, unproven, ...place } of papers) await this.set(tx, notice, act, task, place, unproven);
  }

  /**
   * Withdrawn or corrected: residents believe the old text wherever it was posted, or may have been. Each place is told once,
   * of all editions; a group that reads the next edition learns from it.
   */
  async whenRetracted(tx: Transaction, notice: Notice, act: Act, next?: Notice): Promise<void> {
    if (notice.releasedAt === null) return;
    const present = await this.channels.lock(tx, notice.siteId, notice.kind);
    const nextGroups = next && contentIn(next.content).channels.includes('chat-group') ? present.chatGroups : [];
    const editions = await this.notices.believedEditions(tx, notice);
    const tasks = (await this.tasks.lockOfNumber(tx, notice.number)).filter(({ noticeId }) => editions.has(noticeId));
    const retractions = retractionsOf(notice.id, tasks, present, new Set(nextGroups.map(({ name }) => name)));
    for (const task of tasks) if (task.task !== 'paper-down') await this.callOff(tx, task, act);
    for (const { task, unproven, ...place } of retractions) await this.set(tx, notice, act, task, place, unproven);
  }

  /** Counted from when it happened (G4). */
  private async set(tx: Transaction, notice: Notice, act: Act, task: NoticeTaskKind, place: PostingPlace, unproven = false): Promise<void> {
    const id = newId();
    const dueAt = await this.clocks.begin(tx, { id, siteId: notice.siteId, task, at: act.happenedAt });
    this.tasks.set(tx, notice, act, { id, task, place, dueAt, unproven });
  }

  private async callOff(tx: Transaction, task: NoticeTask, act: Act): Promise<void> {
    const state = afterNoticeEnded(task.state);
    if (!state) return;
    await this.clocks.drop(tx, task, act);
    this.tasks.advance(tx, task, act, { kind: 'cancelled' }, { state });
  }

  /** Where an edition is posted by hand, by the designated channels of this moment. */
  private async placesOf(tx: Transaction, notice: Notice): Promise<{ groups: readonly PostingPlace[]; boards: readonly PostingPlace[] }> {
    const { channels } = contentIn(notice.content);
    const [toGroups, toBoards] = [channels.includes('chat-group'), channels.includes('paper-board')];
    if (!toGroups && !toBoards) return { groups: [], boards: [] };
    const { chatGroups, paperBoards } = await this.channels.lock(tx, notice.siteId, notice.kind);
    return { groups: toGroups ? chatGroups : [], boards: toBoards ? paperBoards : [] };
  }
}
