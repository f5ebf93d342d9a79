import type { OfficeRule, RuleContents } from './office-rule';

/** What a row is about: a later row of the same subject takes its place. */
export function subjectOf({ kind, siteId, content }: Pick<OfficeRule, 'kind' | 'siteId' | 'content'>): string {
  return [kind, siteId ?? 'all', ...partsOf(kind, content)].join(' ');
}

function partsOf(kind: OfficeRule['kind'], content: OfficeRule['content']): string[] {
  switch (kind) {
    case 'hours':
      return [(content as RuleContents['hours']).function];
    case 'holidays':
      return [String((content as RuleContents['holidays']).year)];
    case 'target': {
      const target = content as RuleContents['target'];
      return [target.class, target.promise];
    }
    case 'plan': {
      const plan = content as RuleContents['plan'];
      return [plan.class, plan.promise ?? '*'];
    }
  }
}
