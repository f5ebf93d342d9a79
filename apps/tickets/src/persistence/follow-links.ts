import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { isId } from '@property-office/kernel';

const field = 'tickets.repair_request.follow';

/**
 * Secret links by which one repair request is followed without an account (W2.6, W6.4). The secret is a keyed hash of the
 * id, so that a receipt printed later carries the same one; nothing is kept.
 */
@Injectable()
export class FollowLinks {
  constructor(private readonly cipher: FieldCipher) {}

  tokenOf(requestId: string): string {
    return `${packed(requestId)}.${this.cipher.blindIndex(field, requestId)}`;
  }

  /** @returns undefined for a token that is none of ours */
  requestOf(token: string): string | undefined {
    const [id = '', ...secret] = token.split('.');
    const requestId = unpacked(id);
    if (!requestId || !this.cipher.blindIndexes(field, requestId).includes(secret.join('.'))) return undefined;
    return requestId;
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
