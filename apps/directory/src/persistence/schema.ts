import type { ServiceSchema } from '@property-office/persistence';
import { Absence } from './absence.entity';
import { Account } from './account.entity';
import { CrewMembership } from './crew-membership.entity';
import { Crew } from './crew.entity';
import { Delegation } from './delegation.entity';
import { Duty } from './duty.entity';
import { HomeCare } from './home-care.entity';
import { HomeClaim } from './home-claim.entity';
import { directoryMigrations } from './migrations';
import { OfficeRuleRow } from './office-rule.entity';
import { Person } from './person.entity';
import { Place } from './place.entity';
import { RoleHeld } from './role-held.entity';
import { Session } from './session.entity';
import { Superior } from './superior.entity';
import { Tie } from './tie.entity';

export const directorySchema: ServiceSchema = {
  service: 'directory',
  entities: [
    Place,
    Person,
    Tie,
    RoleHeld,
    Crew,
    CrewMembership,
    Account,
    Session,
    HomeClaim,
    HomeCare,
    Duty,
    Absence,
    Delegation,
    Superior,
    OfficeRuleRow,
  ],
  migrations: directoryMigrations,
  poolSize: 5,
};
