import { normalPhone, type FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { Person } from './person.entity';

const field = 'directory.person.phone';

/** The columns of a telephone number: encrypted, and an index to find exactly this number by. */
export function sealPhone(cipher: FieldCipher, phone: string): Pick<Person, 'phoneCipher' | 'phoneIndex'> {
  const plain = normalPhone(phone);
  return { phoneCipher: cipher.encrypt(field, plain), phoneIndex: cipher.blindIndex(field, plain) };
}

export const sealedPhones: SealedColumn = { table: 'person', key: 'id', column: 'phone_cipher', field, indexes: (plain, cipher) => ({ phone_index: cipher.blindIndex(field, plain) }) };

export function openPhone(cipher: FieldCipher, { phoneCipher }: Pick<Person, 'phoneCipher'>): string | null {
  return phoneCipher === null ? null : cipher.decrypt(field, phoneCipher);
}

/** Every index the number may be stored under. */
export function phoneIndexes(cipher: FieldCipher, phone: string): string[] {
  return cipher.blindIndexes(field, normalPhone(phone));
}
