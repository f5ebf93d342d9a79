import { may, type Permission } from '../permission';
import { desk, secondPeople } from './role-groups';

export const followupsPermissions = {
  // A director of another site has what is passed on to them: a second person (G1).
  // The company follows up a major complaint about the director.
  'followups.listFollowUps': may({
    site: [...desk, 'duty-officer', 'department-head', 'director', 'company'],
    own: secondPeople,
  }),
  'followups.readFollowUp': may({
    site: [...desk, 'duty-officer', 'department-head', 'director', 'company'],
    own: secondPeople,
  }),
  'followups.takeFollowUp': may({ site: [...desk, 'duty-officer', 'director', 'company'], own: secondPeople }),
  'followups.recordOutcome': may({ site: [...desk, 'duty-officer', 'director', 'company'], own: secondPeople }),
} as const satisfies Record<string, Permission>;
