import { dueAt as dueOf, nextEscalation, retargetClock, shownOnTime, type Wait } from '@property-office/calendar';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { cancelTimer, setTimer } from '@property-office/timers';
import type { RuleBook, SiteRules } from '../rules/rule-book';
import { insertDeadlines, rowOf, saveDeadlines, type Deadline, type RecordedLevel, type SavedRow, type StandingClock } from './deadline';
import { agreed, closed, paused, reopened, resumed } from './move-clock';
import { newDeadline, type NewDeadlines } from './new-deadline';
import type { ShownOnTime } from './watch';

/**
 * The clocks of one aggregate, which the caller holds locked. What is done to them is done to those of one episode that
 * still run; each is saved, and its timer moved, in the same transaction.
 */
export class HeldDeadlines {
  constructor(
    private readonly tx: Transaction,
    private readonly book: RuleBook,
    private readonly all: Deadline[],
    private readonly waitingStates: readonly string[],
  ) {}

  /** Stops the clocks until the review date; those of `promises` alone where given. @throws not-a-waiting-state (409) */
  pause(episode: number, wait: Wait, promises?: readonly string[]): ShownOnTime[] {
    return this.running(episode, promises).flatMap((deadline) => {
      deadline.clock = paused(deadline.clock, wait, this.waitingStates);
      this.moved(deadline);
      return this.shown(deadline);
    });
  }

  resume(episode: number, at: Date): void {
    const waiting = this.running(episode).filter(({ clock }) => clock.pauses.length > 0 && clock.pauses.at(-1)!.leftAt === undefined);
    for (const deadline of waiting) {
      deadline.clock = resumed(deadline.clock, at);
      this.moved(deadline);
    }
  }

  /** The promises were kept, or at least something was done about them, at `at`. */
  close(episode: number, promises: readonly string[], at: Date): ShownOnTime[] {
    return this.running(episode, promises).flatMap((deadline) => {
      deadline.clock = closed(deadline.clock, at);
      deadline.state = 'closed';
      this.moved(deadline);
      return this.shown(deadline);
    });
  }

  /** The thing is over without them: nobody is reminded any more. */
  cancel(episode: number, at: Date, promises?: readonly string[]): void {
    for (const deadline of this.running(episode, promises)) {
      deadline.clock = closed(deadline.clock, at);
      deadline.state = 'cancelled';
      this.moved(deadline);
    }
  }

  /**
   * What was cancelled was not: the clocks have run on, less the pauses they had; those of `promises` alone where given.
   * @returns the classes they are of: another one may be right by now
   */
  restore(episode: number, promises?: readonly string[]): string[] {
    const cancelled = this.all.filter((each) => each.episode === episode && each.state === 'cancelled' && (promises?.includes(each.promise) ?? true));
    for (const deadline of cancelled) {
      deadline.clock = reopened(deadline.clock);
      deadline.state = 'running';
      this.moved(deadline);
    }
    return cancelled.map((each) => each.class);
  }

  /**
   * Another class after a correction: other targets, counted from the same start less the same pauses. A promise the new
   * class does not make is dropped; one that only it makes has a clock as if it had been made at the start.
   * @param promises those that are still open
   */
  retarget(episode: number, { class: name, promises, appointment }: Pick<NewDeadlines, 'class' | 'promises' | 'appointment'>): void {
    for (const deadline of this.running(episode)) {
      const target = this.rulesOf(deadline).promised(name, deadline.promise)?.target;
      if (target) {
        deadline.class = name;
        deadline.clock = retargetClock(deadline.clock, target);
      } else {
        deadline.clock = closed(deadline.clock, this.tx.now);
        deadline.state = 'dropped';
      }
      this.moved(deadline);
    }
    const siblings = this.all.filter((each) => each.episode === episode);
    const [sibling] = siblings.sort((one, other) => other.clock.pauses.length - one.clock.pauses.length);
    if (!sibling) return;
    const { kind, aggregateId, siteId, ruledAt: at } = sibling;
    this.promise({ kind, aggregateId, siteId, episode, class: name, promises, at, appointment: appointment ?? null }, sibling.clock.pauses);
  }

  /** Promised besides, where the rules make the promise: one that has a clock keeps it, unless that was dropped. */
  promise(start: NewDeadlines, pauses: Deadline['clock']['pauses'] = []): void {
    for (const promise of start.promises) {
      const known = this.all.find((each) => each.episode === start.episode && each.promise === promise);
      const made = known && known.state !== 'dropped' ? undefined : newDeadline(this.book.of(start.siteId, start.at), start, promise);
      if (!made) continue;
      const deadline = Object.assign(known ?? made, { ...made, clock: { ...made.clock, pauses }, firing: known?.firing ?? 0, toldAs: known?.toldAs ?? null, levels: known?.levels ?? [] });
      if (!known) this.all.push(deadline);
      this.moved(deadline);
    }
  }

  /** How they stand, for `putBack`. */
  standing(episode: number): StandingClock[] {
    return this.all.filter((each) => each.episode === episode).map(({ promise, class: name, clock, state }) => ({ promise, class: name, clock, state }));
  }

  /**
   * What moved them since was taken back, visibly (G3): they stand as they did, and what was promised since is promised no more. A level that was reached
   * by that alone stays, shown to be on time, and is reached again when its time comes.
   */
  putBack(episode: number, before: readonly StandingClock[]): ShownOnTime[] {
    return this.all.filter((each) => each.episode === episode).flatMap((deadline) => {
      const stood = before.find(({ promise }) => promise === deadline.promise);
      const wasPromised = deadline.state !== 'dropped';
      Object.assign(deadline, stood ?? { clock: closed(deadline.clock, this.tx.now), state: 'dropped' });
      deadline.dueAt = dueOf(deadline.clock, this.rulesOf(deadline).calendars);
      const isPromised = deadline.state !== 'dropped';
      const onTime = isPromised ? this.shown(deadline) : this.marked(deadline, deadline.levels.filter((each) => wasPromised && !each.shownOnTime));
      if (onTime.length > 0) this.tellAnew(deadline, onTime);
      this.moved(deadline);
      return onTime;
    });
  }

  /**
   * Another date was agreed for one promise: an extension, or what was promised by name. Not for one that was late already.
   * @param at when it was agreed
   */
  agree(episode: number, promise: string, until: Date, at: Date): ShownOnTime[] {
    return this.running(episode, [promise]).flatMap((deadline) => {
      deadline.clock = agreed(deadline.clock, until, at, this.rulesOf(deadline).calendars);
      this.moved(deadline);
      return this.shown(deadline);
    });
  }

  /** By when a promise is to be kept, or was; undefined where it has no clock. */
  dueAt(episode: number, promise: string): Date | undefined {
    return this.all.find((each) => each.episode === episode && each.promise === promise)?.dueAt;
  }

  /** By when a promise is still to be kept; undefined where it has no clock, or none that runs. */
  openUntil(episode: number, promise: string): Date | undefined {
    return this.running(episode, [promise])[0]?.dueAt;
  }

  /** How a promise stands that is kept at `at`: of its clock, cut off there. Undefined where it has none, or it is over without it. */
  keptAt(episode: number, promise: string, at: Date): { dueAt: Date; inTime: boolean } | undefined {
    const deadline = this.all.find((each) => each.episode === episode && each.promise === promise && (each.state === 'running' || each.state === 'closed'));
    if (!deadline) return undefined;
    const clock = closed(deadline.clock, at);
    const dueAt = dueOf(clock, this.rulesOf(deadline).calendars);
    return { dueAt, inTime: new Date(clock.closedAt!) <= dueAt };
  }

  /** @internal */
  find(id: string): Deadline | undefined {
    return this.all.find((each) => each.id === id);
  }

  /** @internal */
  rulesOf({ siteId, ruledAt }: Deadline): SiteRules {
    return this.book.of(siteId, ruledAt);
  }

  /** Saves what has changed, and sets the timer of the next level. @internal */
  moved(deadline: Deadline): void {
    schedule(this.tx, this.rulesOf(deadline), deadline);
  }

  private running(episode: number, promises?: readonly string[]): Deadline[] {
    return this.all.filter(
      (each) => each.episode === episode && each.state === 'running' && (promises?.includes(each.promise) ?? true),
    );
  }

  private shown(deadline: Deadline): ShownOnTime[] {
    const rules = this.rulesOf(deadline);
    const plan = rules.plan(deadline.class, deadline.promise);
    // A level of another class was reached by other rules: a correction of the class proves nothing.
    const levels = deadline.levels.filter((each) => !each.shownOnTime && each.class === deadline.class);
    if (!plan || levels.length === 0) return [];
    const onTime = shownOnTime(plan, deadline.clock, rules.calendars, levels).map(({ level }) => level);
    return this.marked(deadline, levels.filter(({ level }) => onTime.includes(level)));
  }

  private marked(deadline: Deadline, levels: readonly RecordedLevel[]): ShownOnTime[] {
    const { episode, promise, dueAt } = deadline;
    return levels.map((each) => {
      each.shownOnTime = true;
      this.tx.send('UPDATE deadline_level SET shown_on_time = true WHERE deadline_id = $1 AND level = $2 AND NOT taken_back', [deadline.id, each.level]);
      return { deadlineId: each.toldAs ?? deadline.id, episode, promise, class: deadline.class, dueAt, level: each.level };
    });
  }

  /** As if these levels had not been reached: whoever is told of them again is told of something else. */
  private tellAnew(deadline: Deadline, levels: ReadonlyArray<Pick<ShownOnTime, 'level'>>): void {
    const again = levels.map(({ level }) => level);
    this.tx.send('UPDATE deadline_level SET taken_back = true WHERE deadline_id = $1 AND level = ANY ($2) AND NOT taken_back', [deadline.id, again]);
    deadline.levels = deadline.levels.filter(({ level }) => !again.includes(level));
    // Each level that was reached is a firing: no two of these are the same.
    deadline.toldAs = derivedId('told-anew', deadline.id, String(deadline.firing));
  }
}

/** The rows clocks begin with. One that is not on the wire yet is completed: saved with clocks that were there before, it would go out first, and begin twice. */
const begins = new WeakMap<Deadline, SavedRow>();

/** One timer for a clock, of the next level: the later ones cannot come before it. */
export function schedule(tx: Transaction, rules: SiteRules, deadline: Deadline, save = saveDeadlines): void {
  const { clock, levels, id, firing, aggregateId } = deadline;
  const plan = deadline.state === 'running' ? rules.plan(deadline.class, deadline.promise) : undefined;
  const next = plan && nextEscalation(plan, clock, rules.calendars, levels, tx.now);
  deadline.dueAt = dueOf(clock, rules.calendars);
  const before = deadline.nextAt;
  deadline.nextAt = next?.at ?? null;
  const row = rowOf(deadline);
  const begun = begins.get(deadline);
  if (begun && tx.waits(insertDeadlines, begun)) Object.assign(begun, row);
  else tx.gather(save, row);
  if (save === insertDeadlines) begins.set(deadline, row);
  const fireKey = fireKeyOf(id, firing);
  if (next) setTimer(tx, { kind: deadlineTimer, aggregateId, fireKey, dueAt: next.at });
  else if (before) cancelTimer(tx, fireKey);
}

export const deadlineTimer = 'deadline';

/** A fired timer never fires again: each firing of a clock has a number. */
export function fireKeyOf(deadlineId: string, firing: number): string {
  return `deadline:${deadlineId}:${firing}`;
}

/** @returns undefined for a key of something else */
export function deadlineOfKey(fireKey: string): string | undefined {
  return /^deadline:([^:]+):\d+$/.exec(fireKey)?.[1];
}
