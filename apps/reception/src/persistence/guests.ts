import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { normalPass } from '../domain/pass-code';
import type { Visitor } from './visitor.entity';

/** Who visits. */
export interface Guest {
  name: string;
  phone: string | null;
}

const field = 'reception.visitor.person';
const passField = 'reception.visitor.pass';

/** Visitors' names and numbers are kept encrypted, and their passes as keyed hashes. */
@Injectable()
export class Guests {
  constructor(private readonly cipher: FieldCipher) {}

  seal(guest: Guest): string {
    return this.cipher.encrypt(field, JSON.stringify(guest));
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
