import type { DispatchMode, RepairClass, Role, Skill } from '@property-office/contracts';

/** What a visible correction may change (G3), with what follows from the category. */
export interface Correctable {
  category: string;
  repairClass: RepairClass;
  dispatchMode: DispatchMode;
  skill: Skill;
  locationKind: 'home' | 'place';
  locationId: string;
  urgent: boolean;
  reporterId: string | null;
  description: string;
}

/** The same fields on both sides: only those that differ. */
export interface Correction {
  from: Partial<Correctable>;
  to: Partial<Correctable>;
}

/** Changed together: a category brings its class, mode and skill; a place is a kind and an id. */
const together: ReadonlyArray<ReadonlyArray<keyof Correctable>> = [
  ['category'],
  ['repairClass'],
  ['dispatchMode'],
  ['skill'],
  ['locationKind', 'locationId'],
  ['urgent'],
  ['reporterId'],
  ['description'],
];

/** What really changes when `wanted` replaces what is there, or undefined when nothing does. */
export function correctionOf(current: Correctable, wanted: Partial<Correctable>): Correction | undefined {
  const fields = together.filter((group) => group.some((field) => field in wanted && wanted[field] !== current[field])).flat();
  if (fields.length === 0) return undefined;
  return { from: pick(current, fields), to: pick({ ...current, ...wanted }, fields) };
}

export function reversed({ from, to }: Correction): Correction {
  return { from: to, to: from };
}

function pick(values: Correctable, fields: ReadonlyArray<keyof Correctable>): Partial<Correctable> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** Fields as a person names them. */
export type CorrectedField = 'category' | 'location' | 'urgency' | 'description' | 'reporterId';

/** The reporter's words are corrected by the reporter or the desk; who reported, by nobody who is a resident. */
export function mayCorrect(role: Role | 'system', field: CorrectedField): boolean {
  switch (field) {
    case 'description':
      return role === 'resident' || role === 'desk' || role === 'desk-lead';
    case 'reporterId':
      return role !== 'resident';
    default:
      return true;
  }
}
