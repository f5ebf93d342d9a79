import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { homeCareMigrations } from '@property-office/home-care';
import { Contacts1763900700000 } from './1763900700000-contacts.migration';
import { Retention1763900700100 } from './1763900700100-retention.migration';
import { StandardAnswers1763900700200 } from './1763900700200-standard-answers.migration';
import { PhoneNotes1763900700300 } from './1763900700300-phone-notes.migration';
import { Visitors1763900700400 } from './1763900700400-visitors.migration';
import { Enquiries1764900000000 } from './1764900000000-enquiries.migration';
import { ForgottenContacts1764900300000 } from './1764900300000-forgotten-contacts.migration';
import { KnownCallers1764900400000 } from './1764900400000-known-callers.migration';
import { EnquirerNotices1765000000000 } from './1765000000000-enquirer-notices.migration';
import { ForgottenPhoneNotes1765100000000 } from './1765100000000-forgotten-phone-notes.migration';
import { JoinedComplaints1765200100000 } from './1765200100000-joined-complaints.migration';
import { SearchedNames1765300000000 } from './1765300000000-searched-names.migration';
import { KeyedNames1765400200000 } from './1765400200000-keyed-names.migration';
import { DeskRules1765500100000 } from './1765500100000-desk-rules.migration';
import { ToldHomes1765500200000 } from './1765500200000-told-homes.migration';
import { LeavingGuests1765500400000 } from './1765500400000-leaving-guests.migration';
import { VisitsByHost1766300000000 } from './1766300000000-visits-by-host.migration';
import { RecordedRetentions1766300100000 } from './1766300100000-recorded-retentions.migration';
import { NamedCauses1766400000000 } from './1766400000000-named-causes.migration';
import { LinkedVisitors1766700000000 } from './1766700000000-linked-visitors.migration';
import { ForgottenBefore1766800000000 } from './1766800000000-forgotten-before.migration';
import { Announcers1766800050000 } from './1766800050000-announcers.migration';
import { WaitingClaims1766800100000 } from './1766800100000-waiting-claims.migration';
import { ToldHosts1766800300000 } from './1766800300000-told-hosts.migration';
import { OfferedContacts1766900000000 } from './1766900000000-offered-contacts.migration';
import { RepeatedConversions1766900100000 } from './1766900100000-repeated-conversions.migration';
import { UnkeyedNames1795963260000 } from './1795963260000-unkeyed-names.migration';
import { SearchedNoteCallers1795963380000 } from './1795963380000-searched-note-callers.migration';
import { CompanyHears1795963800100 } from './1795963800100-company-hears.migration';
import { WorkInHand1795973500000 } from './1795973500000-work-in-hand.migration';

export const receptionMigrations = [
  ...platformMigrations,
  ...deadlineMigrations,
  ...homeCareMigrations,
  Contacts1763900700000,
  Retention1763900700100,
  StandardAnswers1763900700200,
  PhoneNotes1763900700300,
  Visitors1763900700400,
  Enquiries1764900000000,
  ForgottenContacts1764900300000,
  KnownCallers1764900400000,
  EnquirerNotices1765000000000,
  ForgottenPhoneNotes1765100000000,
  JoinedComplaints1765200100000,
  SearchedNames1765300000000,
  KeyedNames1765400200000,
  DeskRules1765500100000,
  ToldHomes1765500200000,
  LeavingGuests1765500400000,
  VisitsByHost1766300000000,
  RecordedRetentions1766300100000,
  NamedCauses1766400000000,
  LinkedVisitors1766700000000,
  ForgottenBefore1766800000000,
  Announcers1766800050000,
  WaitingClaims1766800100000,
  ToldHosts1766800300000,
  OfferedContacts1766900000000,
  RepeatedConversions1766900100000,
  UnkeyedNames1795963260000,
  SearchedNoteCallers1795963380000,
  CompanyHears1795963800100,
  WorkInHand1795973500000,
];
