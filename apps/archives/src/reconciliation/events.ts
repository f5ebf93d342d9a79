import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { latePromise, reachedLevel } from '../domain/late-promise';
import type { MonthEvent } from './domain/month-event';
import type { ArchiveMonth } from './persistence/archive-month.entity';

/** What happened to a month, as it stands afterwards, its version counted: figures and ids, nobody's words. */
export function toMonthEvent(month: ArchiveMonth, act: Act, event: MonthEvent): NewEvent {
  const { id, version, siteId } = month;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(month, act, event) };
}

function contractOf({ month, fromAt, toAt }: ArchiveMonth, { lateReason }: Act, event: MonthEvent) {
  const about = { number: month, ...(lateReason !== undefined && { lateReason }) };
  switch (event.kind) {
    case 'ended':
      return { type: 'archives.month-ended.v1' as const, data: { ...about, from: fromAt.toISOString(), to: toAt.toISOString() } };
    case 'agreed':
    case 'differed':
    case 'closed':
      return { type: `archives.month-${event.kind}.v1` as const, data: { ...about, figures: event.figures } };
    case 'asked-again':
      return { type: 'archives.month-asked-again.v1' as const, data: { ...about, sourceEventIds: event.sourceEventIds } };
    case 'explained':
      return { type: 'archives.month-explained.v1' as const, data: { ...about, sourceEventId: event.sourceEventId, standing: event.standing } };
    case 'reopened':
      return { type: 'archives.month-reopened.v1' as const, data: { ...about, because: event.because, figures: event.figures } };
    case 'escalated':
      return { type: 'archives.month-escalated.v1' as const, data: { ...about, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'archives.month-shown-on-time.v1' as const, data: { ...about, ...latePromise(event.level) } };
  }
}
