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
import { LoanRules1766100100000 } from './1766100100000-loan-rules.migration';
import { StocktakeRules1766410100000 } from './1766410100000-stocktake-rules.migration';
import { MonthRules1766430100000 } from './1766430100000-month-rules.migration';
import { UrgentBySms1766500000000 } from './1766500000000-urgent-by-sms.migration';
import { Devices1766600000000 } from './1766600000000-devices.migration';
import { RolesOfLeavers1766700000000 } from './1766700000000-roles-of-leavers.migration';
import { ClaimRules1766800000000 } from './1766800000000-claim-rules.migration';
import { CaseRules1765200300000 } from './1765200300000-case-rules.migration';
import { NoticeTaskRules1765300000000 } from './1765300000000-notice-task-rules.migration';
import { DeskRules1765500000000 } from './1765500000000-desk-rules.migration';
import { CompanyHears1795963800000 } from './1795963800000-company-hears.migration';

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
  CaseRules1765200300000,
  NoticeTaskRules1765300000000,
  DeskRules1765500000000,
  LoanRules1766100100000,
  StocktakeRules1766410100000,
  MonthRules1766430100000,
  UrgentBySms1766500000000,
  Devices1766600000000,
  RolesOfLeavers1766700000000,
  ClaimRules1766800000000,
  CompanyHears1795963800000,
];
