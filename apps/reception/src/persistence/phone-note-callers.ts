import { Injectable } from '@nestjs/common';
import { FieldCipher, looksLikePhone, normalPhone } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { whereTypedOrKeyed, type ListCondition } from '@property-office/persistence';
import { nameAsOne, nameKeys } from '../domain/name-keys';
import type { Caller } from './callers';
import type { PhoneNote } from './phone-note.entity';

const field = 'reception.phone_note.caller';
const phoneField = 'reception.phone_note.phone';
const nameField = 'reception.phone_note.name';

export const sealedPhoneNoteCallers = {
  table: 'phone_note',
  key: 'id',
  column: 'caller_cipher',
  field,
  indexes: (plain, cipher) => {
    const { phoneIndex, nameIndex } = new PhoneNoteCallers(cipher).seal(JSON.parse(plain) as Caller);
    return { phone_index: phoneIndex, name_index: nameIndex };
  },
} as const satisfies SealedColumn;

/** Who rang, kept encrypted, and found by number or whole name (G7). */
@Injectable()
export class PhoneNoteCallers {
  constructor(private readonly cipher: FieldCipher) {}

  seal({ name, phone }: Caller): Pick<PhoneNote, 'callerCipher' | 'phoneIndex' | 'nameIndex'> {
    return {
      callerCipher: name === null && phone === null ? null : this.cipher.encrypt(field, JSON.stringify({ name, phone })),
      phoneIndex: phone === null ? null : this.cipher.blindIndex(phoneField, normalPhone(phone)),
      nameIndex: nameKeys(name ?? '').map((key) => this.cipher.blindIndex(nameField, key)),
    };
  }

  /** @throws fieldKeyMissing, fieldDamaged (503) */
  open({ callerCipher }: Pick<PhoneNote, 'callerCipher'>): Caller {
    return callerCipher === null ? { name: null, phone: null } : (JSON.parse(this.cipher.decrypt(field, callerCipher)) as Caller);
  }

  /** What was typed: the number of who rang, their whole name or its pinyin, or words of the note, of table `t`. @returns undefined: nothing to look for */
  whereTyped(q: string): ListCondition | undefined {
    if (looksLikePhone(q)) return { sql: (p) => `t.phone_index = ANY (${p}::text[])`, value: this.cipher.blindIndexes(phoneField, normalPhone(q)) };
    return whereTypedOrKeyed('t', q, { column: 't.name_index', among: this.cipher.blindIndexes(nameField, nameAsOne(q)) });
  }
}
