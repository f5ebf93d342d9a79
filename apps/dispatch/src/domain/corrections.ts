import type { DispatchMode, RepairClass, Skill } from '@property-office/contracts';
import { afterFact, type WorkOrderState } from './work-order-states';

/** What an order copies of its request and a correction of that may change (G3). */
export interface CopiedFacts {
  category: string;
  repairClass: RepairClass;
  mode: DispatchMode;
  skill: Skill;
  location: { kind: 'home' | 'place'; id: string };
  description: string;
}
export const copiedFacts = ['category', 'repairClass', 'mode', 'skill', 'location', 'description'] as const satisfies ReadonlyArray<keyof CopiedFacts>;
export type CopiedFact = (typeof copiedFacts)[number];

/** What an episode's request was corrected to, each with the version of the request that said so. */
export type Corrections = { [F in CopiedFact]?: { version: number; value: CopiedFacts[F] } };

/** Corrections may be heard in any order: of two of one fact the later one counts. */
export function withCorrection(known: Corrections, version: number, said: Partial<CopiedFacts>): Corrections {
  const newer = copiedFacts.filter((fact) => said[fact] !== undefined && version > (known[fact]?.version ?? 0));
  return { ...known, ...Object.fromEntries(newer.map((fact) => [fact, { version, value: said[fact] }])) };
}

/** Facts as they were corrected. */
export function correctedFacts(facts: CopiedFacts, corrections: Corrections): CopiedFacts {
  const said = copiedFacts.flatMap((fact) => (corrections[fact] ? [[fact, corrections[fact].value]] : []));
  return { ...facts, ...Object.fromEntries(said) };
}

/** Which facts of an order are not what they were corrected to. A further order keeps its own trade: it was asked for by it. */
export function toCorrect(facts: CopiedFacts, first: boolean, corrections: Corrections): CopiedFact[] {
  const should = correctedFacts(facts, corrections);
  return copiedFacts.filter((fact) => {
    if (!first && (fact === 'skill' || fact === 'mode')) return false;
    return fact === 'location' ? facts.location.id !== should.location.id : facts[fact] !== should[fact];
  });
}

/**
 * Where a correction leads that changes who is to be sent: the order is nobody's again and is dispatched anew.
 * Undefined where whoever has it keeps it: nothing of that changed, or somebody has accepted.
 */
export function afterCorrection(state: WorkOrderState, changed: readonly CopiedFact[]): WorkOrderState | undefined {
  if (changed.includes('skill')) return afterFact(state, 'skill-corrected');
  return changed.includes('mode') ? afterFact(state, 'mode-corrected') : undefined;
}
