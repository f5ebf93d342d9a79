import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { homeCareMigrations } from '@property-office/home-care';
import type { ServiceSchema } from '@property-office/persistence';
import { FollowUp } from './follow-up.entity';
import { ComplaintFollowUps1764300110000 } from './migrations/1764300110000-complaint-follow-ups.migration';
import { FollowedHomes1766400000000 } from './migrations/1766400000000-followed-homes.migration';
import { FollowUps1763900400000 } from './migrations/1763900400000-follow-ups.migration';
import { JoinedDoubles1765300100000 } from './migrations/1765300100000-joined-doubles.migration';
import { SearchedFollowUps1765300000000 } from './migrations/1765300000000-searched-follow-ups.migration';
import { SecondPerson1764900200000 } from './migrations/1764900200000-second-person.migration';
import { TriesBeforePassingOn1764900400000 } from './migrations/1764900400000-tries-before-passing-on.migration';
import { WorkInHand1795973100000 } from './migrations/1795973100000-work-in-hand.migration';

export const followupsSchema: ServiceSchema = {
  service: 'followups',
  entities: [FollowUp],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    ...homeCareMigrations,
    FollowUps1763900400000,
    ComplaintFollowUps1764300110000,
    SecondPerson1764900200000,
    TriesBeforePassingOn1764900400000,
    SearchedFollowUps1765300000000,
    JoinedDoubles1765300100000,
    FollowedHomes1766400000000,
    WorkInHand1795973100000,
  ],
  poolSize: 3,
};
