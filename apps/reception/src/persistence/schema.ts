import type { ServiceSchema } from '@property-office/persistence';
import { Contact } from './contact.entity';
import { receptionMigrations } from './migrations';
import { PhoneNote } from './phone-note.entity';
import { StandardAnswer } from './standard-answer.entity';
import { Visitor } from './visitor.entity';
import { WaitingClaim } from './waiting-claim.entity';

export const receptionSchema: ServiceSchema = {
  service: 'reception',
  entities: [Contact, StandardAnswer, PhoneNote, Visitor, WaitingClaim],
  migrations: receptionMigrations,
  poolSize: 3,
};
