import { recordSources, type MonthStanding, type RecordSource } from '@property-office/contracts';
import type { MonthFact, MonthState } from './month-states';

/** Of one source in a month. */
export interface SourceFigures {
  source: RecordSource;
  /** What the source says it has. */
  events: number;
  /** What was heard and proposed. */
  proposals: number;
  records: number;
  returned: number;
  open: number;
  /** The source has it, and nothing was proposed; of a repair: it is in no register. */
  missing: number;
  /** It was proposed, or is in a register, and the source does not know of it. */
  unknown: number;
  /** Of what is open, missing or unknown: with a reason. */
  explained: number;
}

/** One thing of a month, as it is counted. */
export interface CountedCase {
  source: RecordSource;
  standing: MonthStanding;
  explained: boolean;
}

/** What keeps a month from being closed, unless somebody gives a reason. */
export const unsettled: readonly MonthStanding[] = ['open', 'missing', 'unknown'];

const columns: Record<MonthStanding, 'records' | 'returned' | 'open' | 'missing' | 'unknown'> = {
  record: 'records',
  returned: 'returned',
  open: 'open',
  missing: 'missing',
  unknown: 'unknown',
};

/** Of every source, also of one that has nothing. */
export function figuresOf(cases: readonly CountedCase[]): SourceFigures[] {
  return recordSources.map((source) => {
    const figures: SourceFigures = { source, events: 0, proposals: 0, records: 0, returned: 0, open: 0, missing: 0, unknown: 0, explained: 0 };
    for (const { standing, explained } of cases.filter((each) => each.source === source)) {
      figures[columns[standing]] += 1;
      if (standing !== 'unknown') figures.events += 1;
      if (standing !== 'missing') figures.proposals += 1;
      if (explained && unsettled.includes(standing)) figures.explained += 1;
    }
    return figures;
  });
}

export interface Unsettled {
  open: number;
  missing: number;
  unknown: number;
}

/** What has no reason yet, by how it stands. */
export function unsettledOf(cases: readonly CountedCase[]): Unsettled {
  const left = (standing: MonthStanding): number => cases.filter((each) => each.standing === standing && !each.explained).length;
  return { open: left('open'), missing: left('missing'), unknown: left('unknown') };
}

export function isSettled({ open, missing, unknown }: Unsettled): boolean {
  return open + missing + unknown === 0;
}

/** A month that is counted first does not differ because its own register, made just now, is still to become a record: it is being reconciled for as long. */
export function factOf(state: MonthState, cases: readonly CountedCase[]): MonthFact | undefined {
  if (isSettled(unsettledOf(cases))) return 'agrees';
  const others = cases.filter(({ source, standing }) => !(source === 'repair-register' && standing === 'open'));
  return state === 'reconciling' && isSettled(unsettledOf(others)) ? undefined : 'differs';
}
