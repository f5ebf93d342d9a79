import { startClock, dueAt } from '@property-office/calendar';
import { derivedId } from '@property-office/kernel';
import type { SiteRules } from '../rules/rule-book';
import type { Deadline } from './deadline';
import { cappedAt } from './move-clock';

/** The promises made when something starts, or starts again in another episode. */
export interface NewDeadlines {
  aggregateId: string;
  /** The word given to `watch`. */
  kind: string;
  siteId: string;
  /** A new episode has clocks of its own; 1 where there are none. */
  episode: number;
  /** P0–P3, `complaint`: whose targets these are. */
  class: string;
  promises: readonly string[];
  /** When it happened, not when it was recorded (G2); the rules in effect at this instant hold to the end. */
  at: Date;
  /** For what is promised from an appointment on; without one that is not promised. */
  appointment?: Date | null;
  /** A date from outside that leads: due then at the latest, whatever the rules say. */
  atMost?: Date | null;
}

/** @returns undefined where the rules promise nothing that a clock could count */
export function newDeadline(rules: SiteRules, start: NewDeadlines, promise: string): Deadline | undefined {
  const promised = rules.promised(start.class, promise);
  const from = promised?.countsFrom === 'appointment' ? start.appointment : start.at;
  if (!promised?.target || !from) return undefined;
  const clock = cappedAt(startClock(promised.target, from), start.atMost ?? undefined);
  return {
    id: derivedId('deadline', start.aggregateId, String(start.episode), promise),
    kind: start.kind,
    aggregateId: start.aggregateId,
    siteId: start.siteId,
    episode: start.episode,
    promise,
    class: start.class,
    clock,
    ruledAt: start.at,
    state: 'running',
    dueAt: dueAt(clock, rules.calendars),
    nextAt: null,
    firing: 0,
    toldAs: null,
    levels: [],
  };
}
