import type { RecordOutcomeDto } from '../features/record-outcome/record-outcome.dto';

/** How many hours ago somebody tried in vain, each time on another day. */
export interface DemoTries {
  hoursAgo: readonly number[];
}

/** What became of the follow-ups of the demonstration's closed complaints (DEMO=1), in the order these were closed; the first waits, as any after them. */
export const demoOutcomes: ReadonlyArray<'waits' | 'taken' | RecordOutcomeDto | DemoTries> = [
  'waits',
  'taken',
  { result: 'unreachable', comment: '无人接听，明天再拨' },
  { result: 'satisfied', rating: 5, comment: '处理得很及时，谢谢' },
  { result: 'unsatisfied', rating: 2, comment: '过了两天又是老样子' },
  { hoursAgo: [49, 25, 1] },
];
