import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { Database } from '@property-office/persistence';
import { sealedNames, SigningLinks, type LinkTable } from '../../lists/persistence/signing-links';

const kept: LinkTable = { table: 'witness_link', of: 'destruction_id', hash: 'list_hash' };

export const sealedWitnesses = sealedNames(kept);

/** Single-use links for witnesses from elsewhere. */
@Injectable()
export class WitnessLinks extends SigningLinks {
  constructor(database: Database, cipher: FieldCipher) {
    super(database, cipher, kept);
  }
}
