import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor, type Role } from '@property-office/contracts';
import { Deadlines, type PromisesAsked, type RuleBook, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { keepShownOnTime } from '../../persistence/escalations';
import { tellOfLevel } from '../../persistence/tell-of-level';
import type { NoticeEvent } from '../domain/notice-event';
import type { Notice } from './notice.entity';
import { Notices } from './notices';
import { holdersIn } from './tell-people';

const kind = 'notice';
const approval = { class: 'notice-approval', promises: ['approve'] };
const review = { class: 'night-notice', promises: ['review'] };
/** What goes out at night goes out once. */
const reviewRound = 1;

/** What somebody has to decide on, who they are, and whose hand in it leaves them out. */
interface Asked {
  roles: readonly Role[];
  hands: readonly (string | null)[];
}

/**
 * The clocks of a notice (G4, G5): of its approval, in each round in which it was submitted, and of the director's review after
 * the night. Targets and plans are rows of the office (Q1).
 */
@Injectable()
export class NoticeClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly notices: Notices,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      // A notice waits for nobody outside the office.
      waitingStates: [],
      lock: async (tx, id) => {
        const notice = await this.notices.lockForFact(tx, id);
        const asked = askedFor(notice);
        if (!asked) return undefined;
        return {
          responsible: await holdersIn(tx, notice, asked.roles),
          barred: new Set(asked.hands.flatMap((personId) => personId ?? [])),
          escalated: async ({ deadlineId, promise, class: name, dueAt, level, to, outcome, reached, told }) => {
            const said = { deadlineId, promise, class: name, dueAt: dueAt.toISOString(), level, to, outcome, reached, told };
            this.announce(tx, notice, { kind: 'escalated', level: said });
            await tellOfLevel(tx, { siteid: notice.siteId, happenedat: tx.now.toISOString() }, { type: kind, id, number: notice.number }, said);
          },
        };
      },
    });
    // Set before notices ran on these clocks: the first that comes due starts the clock of what still waits.
    for (const before of ['notice-approval', 'notice-review']) this.timers.on(before, (tx, { aggregateId }) => this.startMissing(tx, aggregateId));
  }

  /** For `beginReview`. */
  book(): Promise<RuleBook> {
    return this.deadlines.book();
  }

  async beginApproval(tx: Transaction, notice: Notice, at: Date): Promise<void> {
    const { id: aggregateId, siteId, round: episode } = notice;
    this.deadlines.start(tx, await this.deadlines.book(tx), { kind, aggregateId, siteId, episode, ...approval, at });
  }

  /** @returns by when the director looks at it; null where the office promises no time */
  beginReview(tx: Transaction, book: RuleBook, { id: aggregateId, siteId }: Pick<Notice, 'id' | 'siteId'>, at: Date): Date | null {
    const due = this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: reviewRound, ...review, at });
    return due.get('review') ?? null;
  }

  /** Somebody has decided. */
  async keepApproval(tx: Transaction, notice: Notice, { happenedAt }: Act): Promise<void> {
    this.shown(tx, notice, (await this.deadlines.of(tx, notice.id, kind)).close(notice.round, approval.promises, happenedAt));
  }

  async keepReview(tx: Transaction, notice: Notice, { happenedAt }: Act): Promise<void> {
    this.shown(tx, notice, (await this.deadlines.of(tx, notice.id, kind)).close(reviewRound, review.promises, happenedAt));
  }

  /** Taken back before anybody decided. */
  async dropApproval(tx: Transaction, notice: Notice, { happenedAt }: Act): Promise<void> {
    (await this.deadlines.of(tx, notice.id, kind)).cancel(notice.round, happenedAt);
  }

  private async startMissing(tx: Transaction, id: string): Promise<void> {
    const notice = await this.notices.lockForFact(tx, id);
    const held = await this.deadlines.of(tx, id, kind);
    if (notice.state === 'submitted' && !held.dueAt(notice.round, 'approve')) await this.beginApproval(tx, notice, notice.lastHappenedAt);
    if (waitsForReview(notice) && !held.dueAt(reviewRound, 'review')) this.beginReview(tx, await this.deadlines.book(tx), notice, notice.releasedAt!);
  }

  private shown(tx: Transaction, notice: Notice, levels: ShownOnTime[]): void {
    for (const { deadlineId, promise, class: name, dueAt, level } of levels) {
      this.announce(tx, notice, { kind: 'shown-on-time', level: { deadlineId, promise, class: name, dueAt: dueAt.toISOString(), level } });
      keepShownOnTime(tx, deadlineId, level);
    }
  }

  private announce(tx: Transaction, notice: Notice, event: NoticeEvent): void {
    this.notices.advance(tx, notice, { actor: systemActor, happenedAt: tx.now }, event);
  }
}

/** What a page of the notice shows of its clocks. */
export function promisesOf({ id: aggregateId, siteId, lane, round }: Notice): PromisesAsked {
  return lane === 'night' ? { aggregateId, siteId, episode: reviewRound, ...review } : { aggregateId, siteId, episode: round, ...approval };
}

export function waitsForReview({ lane, verdict }: Notice): boolean {
  return lane === 'night' && verdict === null;
}

/** Nobody who had a hand in it is asked, nor anybody for them. */
function askedFor(notice: Notice): Asked | undefined {
  if (notice.state === 'submitted') return { roles: ['desk-lead', 'department-head'], hands: [...notice.writerIds, notice.submittedBy] };
  return waitsForReview(notice) ? { roles: ['director'], hands: [notice.releasedBy] } : undefined;
}
