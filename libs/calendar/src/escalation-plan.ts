import type { Role } from '@property-office/contracts';
import { calendarErrors } from './calendar-errors';
import { checkDuration, inService, lengthOf, type Duration } from './duration';
import type { ServiceFunction } from './service-hours';

/** Who hears of it: who answers for the thing at the time, or whoever holds a role on the site. */
export type Recipient = 'responsible' | Role;

export interface EscalationLevel {
  /** Unique in its plan: a level is reached once by its name. */
  readonly name: string;
  readonly base: 'start' | 'due';
  /** How long the clock runs from the base until the level is reached. */
  readonly after: Duration;
  readonly to: Recipient;
  /** In place of `to` between two days of the function's service: the duty officer at night (G5). Midday is of the day. */
  readonly toOutsideService?: Recipient;
}

/** Rows of the office, in the order of G5: responsible person, lead, duty officer or desk lead, director, company. */
export interface EscalationPlan {
  /** Urgent levels are reached day and night, others only in service hours (G5). */
  readonly urgent: boolean;
  /** The function whose service hours count here; the target has a function of its own. */
  readonly function: ServiceFunction;
  readonly levels: readonly EscalationLevel[];
}

/**
 * For whoever lets people edit plans.
 * @throws bad-escalation, bad-duration
 */
export function checkEscalationPlan({ urgent, levels }: EscalationPlan): void {
  const names = new Set<string>();
  for (const { name, after } of levels) {
    checkDuration(after);
    const dayAndNight = lengthOf(after.unit) !== undefined && !inService(after.unit);
    if (names.has(name) || dayAndNight !== urgent) throw calendarErrors.badEscalation({ level: name });
    names.add(name);
  }
}
