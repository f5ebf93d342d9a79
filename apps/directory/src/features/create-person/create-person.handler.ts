import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { newPerson } from '../../persistence/new-person';
import { introduce } from '../../persistence/people';
import { Person } from '../../persistence/person.entity';
import { findPlace } from '../../persistence/places';
import type { CreatePersonDto } from './create-person.dto';

/** Somebody the office deals with: resident, visitor's host, member of the staff. */
@Injectable()
export class CreatePersonHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws reference-unknown (400), role-not-company-wide (403) without a site for those who hold no role in the whole company */
  async execute(tx: Transaction, principal: Principal, input: CreatePersonDto): Promise<Person> {
    const operation = 'directory.createPerson';
    const { siteId = null } = input;
    if (siteId !== null) {
      const site = await findPlace(tx, sightOf(principal, operation), siteId);
      if (site?.kind !== 'site') throw directoryErrors.referenceUnknown('/siteId');
    }
    const actor = actorOf(principal, operation, siteId);
    const person = newPerson({ ...input, siteId }, this.cipher, tx.now);
    await tx.manager.insert(Person, person);
    if (siteId !== null) introduce(tx, person.id, siteId);
    record(this.ledger, tx, actor, { kind: 'person-registered', person });
    return person;
  }
}
