import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { RepairRequest } from './repair-request.entity';

/** Who is to be called about a request. */
export interface Contact {
  name: string;
  phone: string;
}

const field = 'tickets.repair_request.contact';

export const sealedContacts: SealedColumn = { table: 'repair_request', key: 'id', column: 'contact_cipher', field };

/** Contacts are kept encrypted and leave the table in one place (G7). */
@Injectable()
export class Contacts {
  constructor(private readonly cipher: FieldCipher) {}

  seal({ name, phone }: Contact): string {
    return this.cipher.encrypt(field, JSON.stringify({ name, phone }));
  }

  /** @throws fieldKeyMissing, fieldDamaged (503) */
  open({ contactCipher }: Pick<RepairRequest, 'contactCipher'>): Contact | null {
    return contactCipher === null ? null : (JSON.parse(this.cipher.decrypt(field, contactCipher)) as Contact);
  }
}
