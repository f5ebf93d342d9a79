import type { DelegationKind, Role } from '@property-office/contracts';

/**
 * What a deputy may act with of what the other person is (G1). The work of a desk or of a technician is nobody's to hand
 * on: the duty plan says who does it. Neither are roles that keep the system.
 */
export const delegatedRoles: Readonly<Record<DelegationKind, readonly Role[]>> = {
  approvals: ['company', 'director', 'department-head', 'desk-lead'],
  duty: ['duty-officer', 'desk-lead', 'crew-lead'],
};
