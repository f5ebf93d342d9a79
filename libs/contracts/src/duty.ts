import type { Role } from './roles';

/** What one person may hand to another from–to (G1). */
export const delegationKinds = ['approvals', 'duty'] as const;
export type DelegationKind = (typeof delegationKinds)[number];

/**
 * What a deputy may act with of what the other person is (G1). The work of a desk or of a technician is nobody's to hand
 * on: the duty plan says who does it. Neither are roles that keep the system.
 */
export const delegatedRoles: Readonly<Record<DelegationKind, readonly Role[]>> = {
  approvals: ['company', 'director', 'department-head', 'desk-lead'],
  duty: ['duty-officer', 'desk-lead', 'crew-lead'],
};

/** Whose turn it is: the second deputy is asked when the first is away. */
export type DeputyOrder = 1 | 2;

/** Roles in which somebody is on duty on a site by the duty plan (W6.2). */
export const dutyRoles = [
  'desk',
  'desk-lead',
  'clerk',
  'technician',
  'crew-lead',
  'duty-officer',
  'department-head',
  'director',
] as const satisfies readonly Role[];
export type DutyRole = (typeof dutyRoles)[number];
