import { delegatedRoles, type DelegationKind, type PromiseName, type Role } from '@property-office/contracts';

/** Duty first: whoever gave that away is not asked themselves, and whoever stands in for approvals is asked while they are away. */
const inTurn: readonly DelegationKind[] = ['duty', 'approvals'];

const approved = new Set<string>(['approve', 'review', 'decide', 'review-draft', 'countersign', 'sign'] satisfies PromiseName[]);

/** As what deputies may act in a role (G1). */
export function kindsOfRole(role: Role): DelegationKind[] {
  return inTurn.filter((kind) => delegatedRoles[kind].includes(role));
}

/** As what deputies may do what somebody has promised, whatever they are: what is decided goes with their approvals alone. */
export function kindsOfPromise(promise: string): readonly DelegationKind[] {
  return approved.has(promise) ? ['approvals'] : inTurn;
}
