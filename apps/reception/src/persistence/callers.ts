import { Injectable } from '@nestjs/common';
import { FieldCipher, normalPhone } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { nameAsOne, nameKeys } from '../domain/name-keys';
import type { Contact } from './contact.entity';

/** What a caller told of themselves. */
export interface Caller {
  name: string | null;
  phone: string | null;
}

const field = 'reception.contact.caller';
const phoneField = 'reception.contact.phone';
const nameField = 'reception.contact.name';

export const sealedCallers = {
  table: 'contact',
  key: 'id',
  column: 'caller_cipher',
  field,
  indexes: (plain, cipher) => {
    const { phoneIndex, nameIndex } = new Callers(cipher).seal(JSON.parse(plain) as Caller);
    return { phone_index: phoneIndex, name_index: nameIndex };
  },
} as const satisfies SealedColumn;

/** Names and numbers of callers are kept encrypted and leave the table in one place (G7). */
@Injectable()
export class Callers {
  constructor(private readonly cipher: FieldCipher) {}

  seal({ name, phone }: Caller): Pick<Contact, 'callerCipher' | 'phoneIndex' | 'nameIndex'> {
    return {
      callerCipher: name === null && phone === null ? null : this.cipher.encrypt(field, JSON.stringify({ name, phone })),
      phoneIndex: phone === null ? null : this.cipher.blindIndex(phoneField, normalPhone(phone)),
      nameIndex: nameKeys(name ?? '').map((key) => this.cipher.blindIndex(nameField, key)),
    };
  }

  /** @throws fieldKeyMissing, fieldDamaged (503) */
  open({ callerCipher }: Pick<Contact, 'callerCipher'>): Caller {
    return callerCipher === null ? { name: null, phone: null } : (JSON.parse(this.cipher.decrypt(field, callerCipher)) as Caller);
  }

  /** Every index a whole name, or its pinyin, may be stored under. */
  nameIndexes(name: string): string[] {
    return this.cipher.blindIndexes(nameField, nameAsOne(name));
  }

  /** Every index the number may be stored under. */
  phoneIndexes(phone: string): string[] {
    return this.cipher.blindIndexes(phoneField, normalPhone(phone));
  }
}
