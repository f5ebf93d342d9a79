import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import type { ServiceSchema } from '@property-office/persistence';
import { Notices1764200000000 } from '../notices/persistence/migrations/1764200000000-notices.migration';
import { NoticeTasks1764200000100 } from '../notices/persistence/migrations/1764200000100-notice-tasks.migration';
import { ApprovalLinks1764500200000 } from '../notices/persistence/migrations/1764500200000-approval-links.migration';
import { NoticeClocks1764500100000 } from '../notices/persistence/migrations/1764500100000-notice-clocks.migration';
import { Retractions1764500000000 } from '../notices/persistence/migrations/1764500000000-retractions.migration';
import { NoticeChannels } from '../notices/persistence/notice-channels.entity';
import { NoticeTask } from '../notices/persistence/notice-task.entity';
import { Notice } from '../notices/persistence/notice.entity';
import { Deliveries1764100000000 } from './migrations/1764100000000-deliveries.migration';
import { Endpoints1764100100000 } from './migrations/1764100100000-endpoints.migration';
import { Escalations1764200500000 } from './migrations/1764200500000-escalations.migration';
import { GroupNotices1764400000000 } from './migrations/1764400000000-group-notices.migration';
import { KnownComplaints1764300130000 } from './migrations/1764300130000-known-complaints.migration';
import { Notifications1763900500000 } from './migrations/1763900500000-notifications.migration';

export const notificationsSchema: ServiceSchema = {
  service: 'notifications',
  entities: [Notice, NoticeTask, NoticeChannels],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    Notifications1763900500000,
    Deliveries1764100000000,
    Endpoints1764100100000,
    Notices1764200000000,
    NoticeTasks1764200000100,
    Escalations1764200500000,
    KnownComplaints1764300130000,
    GroupNotices1764400000000,
    Retractions1764500000000,
    NoticeClocks1764500100000,
    ApprovalLinks1764500200000,
  ],
  poolSize: 3,
};
