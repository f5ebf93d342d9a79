import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { nameAsOne, nameKeys } from '../domain/name-keys';
import { normalPass } from '../domain/pass-code';
import type { Visitor } from './visitor.entity';

/** Who visits. */
export interface Guest {
  name: string;
  phone: string | null;
}

const field = 'reception.visitor.person';
const nameField = 'reception.visitor.name';
const passField = 'reception.visitor.pass';

/** Their passes are not known, and are found under the key they were given under. */
export const sealedGuests = {
  table: 'visitor',
  key: 'id',
  column: 'person_cipher',
  field,
  indexes: (plain, cipher) => ({ name_index: new Guests(cipher).seal(JSON.parse(plain) as Guest).nameIndex }),
} as const satisfies SealedColumn;

/** Visitors' names and numbers are kept encrypted, and their passes as keyed hashes. */
@Injectable()
export class Guests {
  constructor(private readonly cipher: FieldCipher) {}

  seal(guest: Guest): Pick<Visitor, 'personCipher' | 'nameIndex'> {
    return {
      personCipher: this.cipher.encrypt(field, JSON.stringify(guest)),
      nameIndex: nameKeys(guest.name).map((key) => this.cipher.blindIndex(nameField, key)),
    };
  }

  /** Every index a whole name, or its pinyin, may be stored under. */
  nameIndexes(name: string): string[] {
    return this.cipher.blindIndexes(nameField, nameAsOne(name));
  }

  /** @returns null once it was removed */
  open({ personCipher }: Pick<Visitor, 'personCipher'>): Guest | null {
    return personCipher === null ? null : (JSON.parse(this.cipher.decrypt(field, personCipher)) as Guest);
  }

  passIndex(code: string): string {
    return this.cipher.blindIndex(passField, normalPass(code));
  }

  /** Every index a pass may be stored under. */
  passIndexes(code: string): string[] {
    return this.cipher.blindIndexes(passField, normalPass(code));
  }
}
