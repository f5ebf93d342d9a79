import { systemActor, type Principal } from '@property-office/contracts';

/**
 * The office setting itself up (first accounts, demonstration data): may what an operator and the company
 * may, and is recorded as the system.
 */
export const setupPrincipal: Principal = {
  personId: systemActor.personId,
  accountId: systemActor.personId,
  sessionId: systemActor.personId,
  name: '系统',
  roles: [
    { role: 'operator', siteId: null },
    { role: 'company', siteId: null },
  ],
  crews: [],
  homes: [],
};
