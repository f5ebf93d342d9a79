import type { Role } from './principal';

/** What one person may hand to another from–to (G1). */
export const delegationKinds = ['approvals', 'duty'] as const;
export type DelegationKind = (typeof delegationKinds)[number];

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
