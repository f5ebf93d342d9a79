import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { Caller } from './callers';
import type { PhoneNote } from './phone-note.entity';

const field = 'reception.phone_note.caller';

export const sealedPhoneNoteCallers: SealedColumn = { table: 'phone_note', key: 'id', column: 'caller_cipher', field };

/** Who rang, kept encrypted (G7). */
@Injectable()
export class PhoneNoteCallers {
  constructor(private readonly cipher: FieldCipher) {}

  seal({ name, phone }: Caller): string | null {
    return name === null && phone === null ? null : this.cipher.encrypt(field, JSON.stringify({ name, phone }));
  }

  /** @throws fieldKeyMissing, fieldDamaged (503) */
  open({ callerCipher }: Pick<PhoneNote, 'callerCipher'>): Caller {
    return callerCipher === null ? { name: null, phone: null } : (JSON.parse(this.cipher.decrypt(field, callerCipher)) as Caller);
  }
}
