import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations, leaverMigrations } from '@property-office/deadlines';
import type { ServiceSchema } from '@property-office/persistence';
import { FollowUp } from './follow-up.entity';
import { ComplaintFollowUps1764300110000 } from './migrations/1764300110000-complaint-follow-ups.migration';
import { FollowUps1763900400000 } from './migrations/1763900400000-follow-ups.migration';
import { SecondPerson1764900200000 } from './migrations/1764900200000-second-person.migration';
import { TriesBeforePassingOn1764900400000 } from './migrations/1764900400000-tries-before-passing-on.migration';

export const followupsSchema: ServiceSchema = {
  service: 'followups',
  entities: [FollowUp],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    ...leaverMigrations,
    FollowUps1763900400000,
    ComplaintFollowUps1764300110000,
    SecondPerson1764900200000,
    TriesBeforePassingOn1764900400000,
  ],
  poolSize: 3,
};
