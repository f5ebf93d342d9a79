import type { Role } from '@property-office/contracts';

/** A dispute takes a case one level up, twice at most; the next one ends at the director, who decides finally (W2.3). */
export const disputesToOthers = 2;
export const finalLevel = disputesToOthers + 1;

export const levelAfterDispute = (level: number): number => Math.min(level + 1, finalLevel);
export const isFinal = (level: number): boolean => level >= finalLevel;

/** Who handles an ordinary case, level by level. */
const byLevel: ReadonlyArray<readonly Role[]> = [
  ['desk', 'desk-lead', 'duty-officer', 'department-head', 'director'],
  ['desk-lead', 'duty-officer', 'department-head', 'director'],
  ['department-head', 'director', 'company'],
];

export interface WhoMayHandle {
  level: number;
  major: boolean;
  /** One of those complained about is a director of the site. */
  aboutDirector: boolean;
}

/** The roles that handle a case. About the director: the company, whatever else it is; a major one: the director (R1.4). */
export function handlerRoles({ level, major, aboutDirector }: WhoMayHandle): readonly Role[] {
  if (aboutDirector) return ['company'];
  // Where the director has had it before, "somebody new" is somebody of the company.
  if (isFinal(level)) return ['director', 'company'];
  if (major) return level === 0 ? ['director'] : ['director', 'company'];
  return byLevel[level]!;
}

/**
 * Whom a complaint about somebody's attitude goes to: the nearest superior from whom it is not hidden.
 * @param chain superiors, nearest first
 */
export function superiorToHear(chain: readonly string[], isHidden: (personId: string) => boolean): string | undefined {
  return chain.find((personId) => !isHidden(personId));
}
