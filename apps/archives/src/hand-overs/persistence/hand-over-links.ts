import { Injectable } from '@nestjs/common';
import { FieldCipher, normalPhone } from '@property-office/access';
import type { HandOverPart } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import type { SigningLink } from '../../lists/domain/signing-link';
import { sealedNames, SigningLinks, type LinkTable } from '../../lists/persistence/signing-links';
import type { NamedPart } from '../domain/parts';

const kept: LinkTable = { table: 'hand_over_link', of: 'hand_over_id', hash: 'manifest_hash' };
const personField = 'archives.hand_over_link.person';

export const sealedSigners = sealedNames(kept);

export interface HandOverLink extends SigningLink {
  part: NamedPart;
  /** A keyed hash of the telephone, which itself is not kept. */
  person: string;
}

/** Single-use links for who receives or witnesses a hand-over and is from elsewhere. */
@Injectable()
export class HandOverLinks extends SigningLinks<HandOverLink> {
  constructor(
    database: Database,
    private readonly ciphers: FieldCipher,
  ) {
    super(database, ciphers, kept, ['part', 'person']);
  }

  personOf(phone: string): string {
    return this.ciphers.blindIndex(personField, normalPhone(phone));
  }

  /** Whether the person with that telephone has a link for another part, by whatever key it was kept. */
  async isForOther(tx: Transaction, listId: string, part: HandOverPart, phone: string): Promise<boolean> {
    const persons = this.ciphers.blindIndexes(personField, normalPhone(phone));
    return (await this.of(tx, listId)).some((each) => each.part !== part && each.state !== 'revoked' && persons.includes(each.person));
  }
}
