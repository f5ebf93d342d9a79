import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { CaseTimelines1763900200200 } from './migrations/1763900200200-case-timelines.migration';
import { ComplaintTimelines1764300120000 } from './migrations/1764300120000-complaint-timelines.migration';
import { CustomerFigures1764360000000 } from './migrations/1764360000000-customer-figures.migration';
import { ForgottenWords1765100000000 } from './migrations/1765100000000-forgotten-words.migration';
import { LiveFeed1763900200100 } from './migrations/1763900200100-live-feed.migration';
import { OfferedContacts1766900000000 } from './migrations/1766900000000-offered-contacts.migration';
import { RequestedWhen1765200800000 } from './migrations/1765200800000-requested-when.migration';
import { SiteZones1764350000000 } from './migrations/1764350000000-site-zones.migration';
import { Timelines1763900200000 } from './migrations/1763900200000-timelines.migration';
import { WordsOfCallers1795963800300 } from './migrations/1795963800300-words-of-callers.migration';

export const trackingSchema: ServiceSchema = {
  service: 'tracking',
  entities: [],
  migrations: [
    ...platformMigrations,
    Timelines1763900200000,
    LiveFeed1763900200100,
    CaseTimelines1763900200200,
    ComplaintTimelines1764300120000,
    SiteZones1764350000000,
    CustomerFigures1764360000000,
    ForgottenWords1765100000000,
    RequestedWhen1765200800000,
    OfferedContacts1766900000000,
    WordsOfCallers1795963800300,
  ],
  poolSize: 6,
};
