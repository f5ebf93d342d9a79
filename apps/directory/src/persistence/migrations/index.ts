import { platformMigrations } from '@property-office/backbone';
import { Places1763900200000 } from './1763900200000-places.migration';
import { People1763900200100 } from './1763900200100-people.migration';
import { Accounts1763900200200 } from './1763900200200-accounts.migration';
import { OneTimeCodes1763900200300 } from './1763900200300-one-time-codes.migration';
import { HomeClaims1763900200400 } from './1763900200400-home-claims.migration';
import { HomeCare1763900200500 } from './1763900200500-home-care.migration';
import { OfficeRules1764200100000 } from './1764200100000-office-rules.migration';
import { Duty1764288000000 } from './1764288000000-duty.migration';
import { ShownTelephones1764460800000 } from './1764460800000-shown-telephones.migration';
import { PaperRules1764470400000 } from './1764470400000-paper-rules.migration';
import { NoticeRules1764500100000 } from './1764500100000-notice-rules.migration';
import { OutgoingRules1764590400000 } from './1764590400000-outgoing-rules.migration';
import { DirectiveRules1764592200000 } from './1764592200000-directive-rules.migration';

export const directoryMigrations = [
  ...platformMigrations,
  Places1763900200000,
  People1763900200100,
  Accounts1763900200200,
  OneTimeCodes1763900200300,
  HomeClaims1763900200400,
  HomeCare1763900200500,
  OfficeRules1764200100000,
  Duty1764288000000,
  ShownTelephones1764460800000,
  PaperRules1764470400000,
  NoticeRules1764500100000,
  OutgoingRules1764590400000,
  DirectiveRules1764592200000,
];
