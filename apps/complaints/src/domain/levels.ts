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

/**
 * The roles that handle a case. About the director: the company, whatever else it is; a major one: the director (R1.4), and the
 * company where the director is away and nobody stands in, or has had it before: nothing waits for one person (G1).
 */
export function handlerRoles({ level, major, aboutDirector }: WhoMayHandle): readonly Role[] {
  if (aboutDirector) return ['company'];
  if (isFinal(level) || major) return ['director', 'company'];
  return byLevel[level]!;
}

/** From the lowest; on one level they are each other's equals. */
const ranks: ReadonlyArray<readonly Role[]> = [['desk-lead', 'duty-officer'], ['department-head'], ['director'], ['company']];

const rankOf = (roles: readonly Role[]): number => ranks.findLastIndex((each) => each.some((role) => roles.includes(role)));

/** Whether somebody with these roles ranks below somebody with those. */
export const ranksBelow = (roles: readonly Role[], others: readonly Role[]): boolean => rankOf(roles) < rankOf(others);

/** Of the roles that may handle a case after a dispute those that rank no lower than whoever had it: a dispute goes up, never down (W2.3). @param former all they hold */
export function notBelow(roles: readonly Role[], former: readonly Role[]): readonly Role[] {
  return roles.filter((role) => !ranksBelow([role], former));
}

const approvers: readonly Role[] = ['desk-lead', 'department-head', 'director', 'company'];

export interface ExtensionApprovers {
  /** Level by level, the nearest first. */
  above: Role[][];
  /** Asked where nobody is above. */
  equals: Role[];
}

/** The roles that approve an extension: those above whoever handles it, or their equals; of whoever has no rank the highest is asked last (W2.3). */
export function extensionApprovers(handlerRolesHeld: readonly Role[]): ExtensionApprovers {
  const rank = rankOf(handlerRolesHeld);
  const levels = ranks.map((level) => level.filter((role) => approvers.includes(role)));
  return { above: levels.slice(rank + 1), equals: levels.at(rank)! };
}

/**
 * Whom a complaint about somebody's attitude goes to: the nearest superior from whom it is not hidden.
 * @param chain superiors, nearest first
 */
export function superiorToHear(chain: readonly string[], isHidden: (personId: string) => boolean): string | undefined {
  return chain.find((personId) => !isHidden(personId));
}

/** Where somebody is found for a case that nobody of its level may have: higher up, on another site (G1), or again whoever had it. */
export const circles = ['above', 'other-site', 'had-before'] as const;
export type Circle = (typeof circles)[number];

/** Nobody new is left: whoever had it may have it again, for a reason that is recorded. */
export const needsReason = (circle: Circle | null): boolean => circle === 'had-before';
