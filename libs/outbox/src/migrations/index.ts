import { Births1763900000080 } from './1763900000080-births.migration';
import { InboxByTime1763900000085 } from './1763900000085-inbox-by-time.migration';
import { LedgerRanges1763900000070 } from './1763900000070-ledger-ranges.migration';
import { OpenAttempts1763900000086 } from './1763900000086-open-attempts.migration';
import { Outbox1763900000000 } from './1763900000000-outbox.migration';
import { OutboxRoutes1763900000060 } from './1763900000060-outbox-routes.migration';
import { ReplayRequests1763900000050 } from './1763900000050-replay-requests.migration';

/** Applied in every service's schema, before its own. */
export const outboxMigrations = [
  Outbox1763900000000,
  ReplayRequests1763900000050,
  OutboxRoutes1763900000060,
  LedgerRanges1763900000070,
  Births1763900000080,
  InboxByTime1763900000085,
  OpenAttempts1763900000086,
];
