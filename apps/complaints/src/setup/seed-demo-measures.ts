import { datedNumber } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { nextSequence } from '../persistence/case-numbers';
import { CauseMeasure } from '../persistence/cause-measure.entity';
import type { CauseMeasures } from '../persistence/cause-measures';
import type { MeasureClocks } from '../persistence/measure-clocks';
import { demoMeasures, monthBefore } from './demo-measures';

const days = (n: number): number => n * 86_400_000;

export interface MeasuresOfDemo {
  measures: CauseMeasures;
  clocks: MeasureClocks;
  rules: RuleBook;
}

/** One measure in each state, by the rules and the ledger of the others. */
export async function seedDemoMeasures(tx: Transaction, { measures, clocks, rules }: MeasuresOfDemo, { siteId, deskId }: { siteId: string; deskId: string }): Promise<void> {
  const leading: Act = { actor: { personId: newId(), role: 'desk-lead' }, happenedAt: tx.now };
  const own: Act = { actor: { personId: deskId, role: 'desk' }, happenedAt: tx.now };
  for (const { state, monthsAgo, source, cause, measure: what } of demoMeasures) {
    const number = datedNumber('I', tx.now, await nextSequence(tx, 'cause_measure_number'));
    const text = searchText(number, cause, what);
    const measure = Object.assign(new CauseMeasure(), {
      id: newId(), number, siteId, version: 1, state: 'set' as const, month: monthBefore(tx.now, monthsAgo), source, cause, reason: null, measure: what, ownerId: deskId, formerOwnerIds: [],
      dueAt: new Date(tx.now.getTime() + days(7)), setBy: leading.actor.personId, done: null, doneAt: null, worked: null, review: null, reviewedBy: null,
      searchText: text, searchWords: searchWords(text), happenedAt: tx.now, lastHappenedAt: tx.now, recordedAt: tx.now, changedAt: tx.now,
    });
    measures.insert(tx, measure, leading);
    await clocks.begin(tx, rules, measure, tx.now);
    if (state === 'set') continue;
    measures.advance(tx, measure, own, { kind: 'done' }, { state: 'done', done: '已完成', doneAt: tx.now });
    await clocks.done(tx, measure, tx.now);
    if (state === 'reviewed') measures.advance(tx, measure, leading, { kind: 'reviewed' }, { state, worked: 'yes', review: '漏水明显减少', reviewedBy: leading.actor.personId });
  }
}
