import { isBetweenServiceDays, nextService, type SiteCalendars } from './business-calendar';
import type { Clock } from './clock';
import type { EscalationLevel, EscalationPlan, Recipient } from './escalation-plan';
import { addRunning, dueAt } from './read-clock';

/** A level that has been reached: plain data, recorded for good. */
export interface EscalatedLevel {
  readonly level: string;
  readonly to: Recipient;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly outcome: 'told' | 'nobody-on-duty';
  /** The level whose time had come: an earlier one where that had nobody on duty. */
  readonly reached: string;
}

export interface PendingLevel {
  readonly level: EscalationLevel;
  readonly at: Date;
}

/**
 * The levels that are still to come, earliest first, none of a closed clock: a timer for each. What has been missed comes
 * at `at`, or when service opens next where the plan is not urgent. To be asked again whenever the clock changes.
 */
export function pendingLevels(
  plan: EscalationPlan,
  clock: Clock,
  calendars: SiteCalendars,
  done: readonly EscalatedLevel[],
  at: Date,
): PendingLevel[] {
  if (clock.closedAt) return [];
  return plan.levels
    .filter(({ name }) => !done.some(({ level }) => level === name))
    .map((level) => ({ level, at: timeOf(plan, level, clock, calendars, at) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The earliest of the pending levels: of those that count the same unit from the same base only the first can be it. */
export function nextEscalation(
  plan: EscalationPlan,
  clock: Clock,
  calendars: SiteCalendars,
  done: readonly EscalatedLevel[],
  at: Date,
): PendingLevel | undefined {
  const first = new Map<string, EscalationLevel>();
  for (const level of plan.levels.filter(({ name }) => !done.some((each) => each.level === name))) {
    const kind = `${level.base} ${level.after.unit}`;
    const kept = first.get(kind);
    if (!kept || level.after.amount < kept.after.amount) first.set(kind, level);
  }
  return pendingLevels({ ...plan, levels: [...first.values()] }, clock, calendars, done, at)[0];
}

/**
 * What is to be recorded, and who told, at `at`: every level whose time has come and that is not done. One with nobody on
 * duty is recorded as such and passes its turn to the next of the same base at once (G5); one that counts from due is not
 * used up before by one that counts from start. Nothing where no time has come: a timer that fires late, twice, or after a
 * change does no harm.
 */
export function escalate(
  plan: EscalationPlan,
  clock: Clock,
  calendars: SiteCalendars,
  done: readonly EscalatedLevel[],
  at: Date,
  isOnDuty: (recipient: Recipient) => boolean,
): EscalatedLevel[] {
  const escalated: EscalatedLevel[] = [];
  const unheard = new Map<EscalationLevel['base'], string>();
  const isNight = isBetweenServiceDays(calendars[plan.function], at);
  for (const { level, at: time } of pendingLevels(plan, clock, calendars, done, at)) {
    const reached = time <= at ? level.name : unheard.get(level.base);
    if (reached === undefined) continue;
    const to = isNight ? (level.toOutsideService ?? level.to) : level.to;
    const told = isOnDuty(to);
    if (told) unheard.delete(level.base);
    else unheard.set(level.base, reached);
    const outcome = told ? 'told' : 'nobody-on-duty';
    escalated.push({ level: level.name, to, at: at.toISOString(), outcome, reached });
  }
  return escalated;
}

/**
 * Levels that were escalated although, by what was entered later, their time had not come (G2: "later shown to be on
 * time"): the thing had been closed, or the clock stopped, before. They stay, and are marked.
 */
export function shownOnTime(
  plan: EscalationPlan,
  clock: Clock,
  calendars: SiteCalendars,
  done: readonly EscalatedLevel[],
): EscalatedLevel[] {
  return done.filter(({ reached, at }) => {
    const level = plan.levels.find(({ name }) => name === reached);
    const until = new Date(Math.min(Date.parse(at), Date.parse(clock.closedAt ?? at)));
    return level !== undefined && timeOf(plan, level, clock, calendars) > until;
  });
}

/** When the clock reaches a level: not before `earliest`, and in service hours where that is nothing urgent. */
function timeOf(
  { urgent, function: of }: EscalationPlan,
  level: EscalationLevel,
  clock: Clock,
  calendars: SiteCalendars,
  earliest?: Date,
): Date {
  const base = level.base === 'due' ? dueAt(clock, calendars) : new Date(clock.startedAt);
  const reached = addRunning(clock, calendars[of], base, level.after);
  const time = earliest && earliest > reached ? earliest : reached;
  return urgent ? time : nextService(calendars[of], time);
}
