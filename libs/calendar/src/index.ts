export { addTarget } from './add-target';
export {
  businessCalendar,
  isBetweenServiceDays,
  isInService,
  missingYears,
  nextService,
  siteCalendars,
  type BusinessCalendar,
  type SiteCalendars,
} from './business-calendar';
export {
  closeClock,
  pauseClock,
  resumeClock,
  retargetClock,
  startClock,
  type Clock,
  type Pause,
  type Wait,
} from './clock';
export { checkDuration, units, type Duration, type Unit } from './duration';
export {
  escalate,
  nextEscalation,
  pendingLevels,
  shownOnTime,
  type EscalatedLevel,
  type PendingLevel,
} from './escalation';
export {
  checkEscalationPlan,
  type EscalationLevel,
  type EscalationPlan,
  type Recipient,
} from './escalation-plan';
export type { HolidayKind, HolidayRow } from './holidays';
export { holidaysOfChina } from './holidays-of-china';
export { measure } from './measure';
export { reminderBefore } from './reminder';
export { dueAt, elapsed, isOverdue, isPaused, remaining } from './read-clock';
export {
  proposedHours,
  serviceFunctions,
  type DayKind,
  type ServiceFunction,
  type ServiceHours,
  type Shift,
} from './service-hours';
export { monthAfter, monthBegins, monthOf } from './months';
export { defaultTimeZone, localTime, offsetAt, whenWallShows, type Interval } from './wall-clock';
export { targetFor, type Target, type TargetQuestion, type TargetRow } from './targets';
