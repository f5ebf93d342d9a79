import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations, leaverMigrations } from '@property-office/deadlines';
import { Contacts1763900700000 } from './1763900700000-contacts.migration';
import { Retention1763900700100 } from './1763900700100-retention.migration';
import { StandardAnswers1763900700200 } from './1763900700200-standard-answers.migration';
import { PhoneNotes1763900700300 } from './1763900700300-phone-notes.migration';
import { Enquiries1764900000000 } from './1764900000000-enquiries.migration';
import { ForgottenContacts1764900300000 } from './1764900300000-forgotten-contacts.migration';
import { KnownCallers1764900400000 } from './1764900400000-known-callers.migration';
import { EnquirerNotices1765000000000 } from './1765000000000-enquirer-notices.migration';
import { ForgottenPhoneNotes1765100000000 } from './1765100000000-forgotten-phone-notes.migration';
import { Visitors1763900700400 } from './1763900700400-visitors.migration';

export const receptionMigrations = [
  ...platformMigrations,
  ...deadlineMigrations,
  ...leaverMigrations,
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
];
