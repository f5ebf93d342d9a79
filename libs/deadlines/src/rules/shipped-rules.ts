import { holidaysOfChina, proposedHours, serviceFunctions } from '@property-office/calendar';
import { derivedId, type Localized } from '@property-office/kernel';
import type { OfficeRule, RuleContents, RuleKind } from './office-rule';
import { subjectOf } from './rule-subject';
import { shippedPlans } from './shipped-plans';
import { shippedTargets } from './shipped-targets';

const initialProposal: Localized = { zh: '初步建议', en: 'initial proposal' };
const stateCouncil: Localized = { zh: '国务院办公厅节假日安排通知', en: 'notices of the General Office of the State Council' };
const since = new Date('2024-01-01T00:00:00+08:00');

function shipped<K extends RuleKind>(kind: K, content: RuleContents[K], source = initialProposal): OfficeRule<K> {
  const id = derivedId('shipped-rule', subjectOf({ kind, siteId: null, content }));
  return { id, kind, siteId: null, content, source, effectiveFrom: since, recordedAt: since };
}

const years = [...new Set(holidaysOfChina.map(({ date }) => Number(date.slice(0, 4))))];

/** What an office begins with, the same in directory and in every copy: nothing waits for the first event. Migrations bring it there, which hold the rows themselves. */
export const shippedRules: readonly OfficeRule[] = [
  ...serviceFunctions.map((each) => shipped('hours', { function: each, hours: proposedHours[each] })),
  ...years.map((year) =>
    shipped('holidays', { year, days: holidaysOfChina.filter(({ date }) => date.startsWith(`${year}-`)) }, stateCouncil),
  ),
  ...shippedTargets.map((content) => shipped('target', content)),
  ...shippedPlans.map((content) => shipped('plan', content)),
];
