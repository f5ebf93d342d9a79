import { Id, Instant } from '@property-office/service-kit';
import { trackingErrors } from '../domain/errors';
import type { Period } from '../persistence/figure-sql';

const longestPeriodMs = 366 * 24 * 60 * 60 * 1_000;

/** Of every route for figures. */
export class PeriodQuery {
  @Instant({ label: { zh: '开始时间', en: 'start' } })
  from!: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' } })
  to!: Date;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export const groupingLabel = { label: { zh: '分组方式', en: 'grouping' }, optional: true } as const;

/** @throws periodImpossible (400) */
export function periodOf({ from, to, siteId }: PeriodQuery): Period {
  const length = to.getTime() - from.getTime();
  if (length <= 0 || length > longestPeriodMs) throw trackingErrors.periodImpossible();
  return { from, to, ...(siteId && { siteId }) };
}
