import type { EventOf } from '@property-office/messaging';

export type RuleEvent = EventOf<
  'directory.service-hours-set.v1' | 'directory.holidays-set.v1' | 'directory.target-set.v1' | 'directory.escalation-plan-set.v1'
>;

const kinds = {
  'directory.service-hours-set.v1': 'hours',
  'directory.holidays-set.v1': 'holidays',
  'directory.target-set.v1': 'target',
  'directory.escalation-plan-set.v1': 'plan',
} as const;

/** The row of a copy that an event stands for, its content as `RuleContents` has it: directory has checked it. */
export function ruleRowOf(event: RuleEvent) {
  const { rowId, source, effectiveFrom } = event.data;
  return {
    id: rowId,
    kind: kinds[event.type],
    site_id: 'siteId' in event.data ? event.data.siteId : null,
    content: contentOf(event),
    source,
    effective_from: effectiveFrom,
    recorded_at: event.time,
  };
}

function contentOf({ type, data }: RuleEvent): object {
  switch (type) {
    case 'directory.service-hours-set.v1':
      return { function: data.function, hours: data.hours };
    case 'directory.holidays-set.v1':
      return { year: data.year, days: data.days };
    case 'directory.target-set.v1': {
      const { promise, countsFrom, limits, words } = data;
      return { class: data.class, promise, function: data.function, countsFrom, limits, words };
    }
    case 'directory.escalation-plan-set.v1': {
      const { promise, urgent, levels } = data;
      return { class: data.class, promise, plan: { urgent, function: data.function, levels } };
    }
  }
}
