import type { FieldCipher } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { findPersonBy } from '../domain/find-by';
import { sealPhone } from './person-phone';
import { Person } from './person.entity';

export interface NewPerson {
  name: string;
  phone?: string;
  /** Where they are registered; null: with the company. */
  siteId: string | null;
}

/** A person in their first version. */
export function newPerson({ name, phone, siteId }: NewPerson, cipher: FieldCipher, now: Date): Person {
  const person = new Person();
  person.id = newId();
  person.siteId = siteId;
  person.name = name;
  Object.assign(
    person,
    phone === undefined ? { phoneCipher: null, phoneIndex: null } : sealPhone(cipher, phone),
  );
  // Nothing is known of somebody new that the number could open.
  person.phoneSetBy = null;
  Object.assign(person, findPersonBy(name));
  person.version = 1;
  person.createdAt = now;
  person.changedAt = now;
  return person;
}
