import type { RecordOutcomeDto } from '../features/record-outcome/record-outcome.dto';

/** What became of one follow-up of the demonstration: nothing yet where it says nothing. */
export interface DemoOutcome {
  taken?: true;
  /** One after the other. A try in vain that lies back says how many hours: each was on another day. */
  calls?: ReadonlyArray<RecordOutcomeDto & { hoursAgo?: number }>;
}

const inVain = (hoursAgo: number) => ({ result: 'unreachable', hoursAgo }) as const;

/** Of the closed complaints of the demonstration (DEMO=1), in the order in which they were closed. Of any after them the follow-up waits, as of the first. */
export const demoOutcomes: readonly DemoOutcome[] = [
  {},
  { taken: true },
  { calls: [{ result: 'unreachable', comment: '无人接听，明天再拨' }] },
  { calls: [{ result: 'satisfied', rating: 5, comment: '处理得很及时，谢谢' }] },
  { calls: [{ result: 'unsatisfied', rating: 2, comment: '过了两天又是老样子' }] },
  { calls: [inVain(49), inVain(25), inVain(1)] },
];
