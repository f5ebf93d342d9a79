import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor, type NoticeTaskKind } from '@property-office/contracts';
import { Deadlines, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { keepShownOnTime } from '../../persistence/escalations';
import { tellOfLevel } from '../../persistence/tell-of-level';
import { taskPromises } from '../domain/notice-task-states';
import type { NoticeTask } from './notice-task.entity';
import { NoticeTasks } from './notice-tasks';

const kind = 'notice-task';
/** A task is done once. */
const episode = 1;

interface Begun {
  id: string;
  siteId: string;
  task: NoticeTaskKind;
  at: Date;
  /** It was promised by then before it had a clock. */
  atMost?: Date;
}

/** The clocks of posting tasks (G4, G5): who is to post it, then the lead, then the director, in the hours of the desk. */
@Injectable()
export class TaskClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly tasks: NoticeTasks,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const task = await this.tasks.lockForFact(tx, id);
        if (task.state !== 'open') return undefined;
        return {
          responsible: [task.posterId],
          escalated: async ({ deadlineId, promise, class: name, dueAt, level, to, outcome, reached, told }) => {
            const said = { deadlineId, promise, class: name, dueAt: dueAt.toISOString(), level, to, outcome, reached, told };
            this.announce(tx, task, { kind: 'escalated', level: said });
            await tellOfLevel(tx, { siteid: task.siteId, happenedat: tx.now.toISOString() }, { type: kind, id, number: task.number }, said);
          },
        };
      },
    });
    // Set before tasks ran on these clocks: the first that comes due starts the clock, of what it had promised.
    this.timers.on(kind, (tx, { aggregateId }) => this.startMissing(tx, aggregateId));
  }

  /** @returns by when it is to be done: at once where the office promises no time, and nobody is reminded of it then */
  async begin(tx: Transaction, { id: aggregateId, siteId, task, at, atMost }: Begun): Promise<Date> {
    const promise = taskPromises[task];
    const start = { kind, aggregateId, siteId, episode, class: kind, promises: [promise], at, ...(atMost && { atMost }) };
    return this.deadlines.start(tx, await this.deadlines.book(tx), start).get(promise) ?? at;
  }

  async keep(tx: Transaction, task: NoticeTask, { happenedAt }: Act): Promise<void> {
    const levels: ShownOnTime[] = (await this.deadlines.of(tx, task.id, kind)).close(episode, [taskPromises[task.task]], happenedAt);
    for (const { deadlineId, promise, class: name, dueAt, level } of levels) {
      this.announce(tx, task, { kind: 'shown-on-time', level: { deadlineId, promise, class: name, dueAt: dueAt.toISOString(), level } });
      keepShownOnTime(tx, deadlineId, level);
    }
  }

  /** There is nothing to do any more. */
  async drop(tx: Transaction, { id }: NoticeTask, { happenedAt }: Act): Promise<void> {
    (await this.deadlines.of(tx, id, kind)).cancel(episode, happenedAt);
  }

  private async startMissing(tx: Transaction, id: string): Promise<void> {
    const { state, siteId, task, recordedAt: at, dueAt: atMost } = await this.tasks.lockForFact(tx, id);
    const held = await this.deadlines.of(tx, id, kind);
    if (state === 'open' && !held.dueAt(episode, taskPromises[task])) await this.begin(tx, { id, siteId, task, at, atMost });
  }

  private announce(tx: Transaction, task: NoticeTask, event: Parameters<NoticeTasks['advance']>[3]): void {
    this.tasks.advance(tx, task, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
