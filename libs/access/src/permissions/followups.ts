import { may, type Permission } from '../permission';
import { desk } from './role-groups';

export const followupsPermissions = {
  // The company follows up a major complaint about the director.
  'followups.listFollowUps': may({
    site: [...desk, 'duty-officer', 'department-head', 'director', 'company'],
  }),
  'followups.readFollowUp': may({
    site: [...desk, 'duty-officer', 'department-head', 'director', 'company'],
  }),
  'followups.takeFollowUp': may({ site: [...desk, 'duty-officer', 'director', 'company'] }),
  'followups.recordOutcome': may({ site: [...desk, 'duty-officer', 'director', 'company'] }),
} as const satisfies Record<string, Permission>;
