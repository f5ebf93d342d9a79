import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { homeCareMigrations } from '@property-office/home-care';
import type { ServiceSchema } from '@property-office/persistence';
import { Notices1764200000000 } from '../notices/persistence/migrations/1764200000000-notices.migration';
import { NoticeTasks1764200000100 } from '../notices/persistence/migrations/1764200000100-notice-tasks.migration';
import { ApprovalLinks1764500200000 } from '../notices/persistence/migrations/1764500200000-approval-links.migration';
import { NoticeClocks1764500100000 } from '../notices/persistence/migrations/1764500100000-notice-clocks.migration';
import { NoticePhones1765500500000 } from '../notices/persistence/migrations/1765500500000-notice-phones.migration';
import { NoticeTaskClocks1765300100000 } from '../notices/persistence/migrations/1765300100000-notice-task-clocks.migration';
import { Retractions1764500000000 } from '../notices/persistence/migrations/1764500000000-retractions.migration';
import { LeftSlips1766400000200 } from '../notices/persistence/migrations/1766400000200-left-slips.migration';
import { CompanyHears1795963800200 } from '../notices/persistence/migrations/1795963800200-company-hears.migration';
import { UrgentHomes1766500000100 } from '../notices/persistence/migrations/1766500000100-urgent-homes.migration';
import { NoticeChannels } from '../notices/persistence/notice-channels.entity';
import { NoticeTask } from '../notices/persistence/notice-task.entity';
import { Notice } from '../notices/persistence/notice.entity';
import { ComplaintParts1765300200000 } from './migrations/1765300200000-complaint-parts.migration';
import { Deliveries1764100000000 } from './migrations/1764100000000-deliveries.migration';
import { Endpoints1764100100000 } from './migrations/1764100100000-endpoints.migration';
import { Escalations1764200500000 } from './migrations/1764200500000-escalations.migration';
import { GroupNotices1764400000000 } from './migrations/1764400000000-group-notices.migration';
import { JoinedDoubles1765200300000 } from './migrations/1765200300000-joined-doubles.migration';
import { KnownComplaints1764300130000 } from './migrations/1764300130000-known-complaints.migration';
import { MergeVersions1765201200000 } from './migrations/1765201200000-merge-versions.migration';
import { Notifications1763900500000 } from './migrations/1763900500000-notifications.migration';
import { UrgentBySms1766400000100 } from './migrations/1766400000100-urgent-by-sms.migration';
import { SearchedDeliveries1766400000000 } from './migrations/1766400000000-searched-deliveries.migration';
import { UnsaidUrgentBySms1766700000000 } from './migrations/1766700000000-unsaid-urgent-by-sms.migration';
import { UnnumberedEscalations1766800000000 } from './migrations/1766800000000-unnumbered-escalations.migration';
import { Sharers1765200600000 } from './migrations/1765200600000-sharers.migration';
import { WorkInHand1795973400000 } from '../notices/persistence/migrations/1795973400000-work-in-hand.migration';

export const notificationsSchema: ServiceSchema = {
  service: 'notifications',
  entities: [Notice, NoticeTask, NoticeChannels],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    ...homeCareMigrations,
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
    JoinedDoubles1765200300000,
    Sharers1765200600000,
    MergeVersions1765201200000,
    NoticeTaskClocks1765300100000,
    ComplaintParts1765300200000,
    NoticePhones1765500500000,
    SearchedDeliveries1766400000000,
    UrgentBySms1766400000100,
    LeftSlips1766400000200,
    UrgentHomes1766500000100,
    UnsaidUrgentBySms1766700000000,
    UnnumberedEscalations1766800000000,
    CompanyHears1795963800200,
    WorkInHand1795973400000,
  ],
  poolSize: 3,
};
