import type { FactoryProvider } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { isId } from '@property-office/kernel';

/**
 * Secret links by which one thing is followed without an account (W2.6, W6.4). The secret is a keyed hash of the id, so
 * that a receipt printed later carries the same one; nothing is kept.
 */
export class CaseLinks {
  /** @param field names what is followed, so that the link of one thing is none of another */
  constructor(
    private readonly cipher: FieldCipher,
    private readonly field: string,
  ) {}

  tokenOf(id: string): string {
    return `${packed(id)}.${this.cipher.blindIndex(this.field, id)}`;
  }

  /** @returns undefined for a token that is none of ours */
  idOf(token: string): string | undefined {
    const [first = '', ...secret] = token.split('.');
    const id = unpacked(first);
    if (!id || !this.cipher.blindIndexes(this.field, id).includes(secret.join('.'))) return undefined;
    return id;
  }
}

function packed(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpacked(text: string): string | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}

/** For the providers of a service: `CaseLinks` of its own field. */
export const caseLinks = (field: string): FactoryProvider<CaseLinks> => ({
  provide: CaseLinks,
  inject: [FieldCipher],
  useFactory: (cipher: FieldCipher) => new CaseLinks(cipher, field),
});
