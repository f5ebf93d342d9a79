import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { latePromise, reachedLevel } from '../domain/late-promise';
import type { StocktakeEvent } from './domain/stocktake-event';
import type { Stocktake } from './persistence/stocktake.entity';

/** What happened to a stocktake, as it stands afterwards, its version counted: ids and facts, neither a shelf nor anybody's words. */
export function toStocktakeEvent(stocktake: Stocktake, act: Act, event: StocktakeEvent): NewEvent {
  const { id, version, siteId } = stocktake;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(stocktake, act, event) };
}

function contractOf({ number, startedBy, category, finishBy }: Stocktake, { lateReason }: Act, event: StocktakeEvent) {
  const about = { number, ...(lateReason !== undefined && { lateReason }), startedBy };
  switch (event.kind) {
    case 'started':
      return { type: 'archives.stocktake-started.v1' as const, data: { ...about, category, finishBy: finishBy.toISOString(), counterIds: event.counterIds, expected: event.expected } };
    case 'counted':
      return { type: 'archives.stocktake-counted.v1' as const, data: { ...about, found: event.found, differences: event.differences, unexplained: event.unexplained, explainers: event.explainers } };
    case 'resumed':
      return { type: 'archives.stocktake-resumed.v1' as const, data: { ...about, counterIds: event.counterIds } };
    case 'withdrawn':
      return { type: 'archives.stocktake-withdrawn.v1' as const, data: { ...about, counterIds: event.counterIds, explainers: event.explainers } };
    case 'explained':
      return { type: 'archives.stocktake-explained.v1' as const, data: { ...about, differenceIds: event.differenceIds, whole: event.whole, explainers: event.explainers } };
    case 'approved':
      return { type: 'archives.stocktake-approved.v1' as const, data: { ...about, differenceIds: event.differenceIds, whole: event.whole } };
    case 'returned':
      return { type: 'archives.stocktake-returned.v1' as const, data: { ...about, differenceIds: event.differenceIds, explainedBy: event.explainedBy } };
    case 'closed':
      return { type: 'archives.stocktake-closed.v1' as const, data: { ...about, movedRecordIds: event.moved } };
    case 'escalated':
      return { type: 'archives.stocktake-escalated.v1' as const, data: { ...about, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'archives.stocktake-shown-on-time.v1' as const, data: { ...about, ...latePromise(event.level) } };
  }
}
