import { Injectable } from '@nestjs/common';
import { FieldCipher, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { maskPhone } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import { HomeCare } from './home-care.entity';
import { openPhone } from './person-phone';
import { Person } from './person.entity';
import { ReadPlaces } from './read-places';

export interface CareSeen {
  homeId: string;
  care: HomeCare | null;
  contact: { personId: string; name: string; phone: string | null } | null;
}

@Injectable()
export class ReadHomeCare {
  constructor(
    private readonly database: Database,
    private readonly places: ReadPlaces,
    private readonly cipher: FieldCipher,
  ) {}

  /** Of a home in sight; the contact's number masked. @throws place-unknown (404) */
  async of(principal: Principal, operation: OperationKey, homeId: string): Promise<CareSeen> {
    const home = await this.places.one(principal, operation, homeId);
    if (home?.kind !== 'home') throw directoryErrors.placeUnknown();
    const { dataSource } = this.database;
    const care = await dataSource.getRepository(HomeCare).findOneBy({ homeId });
    const person =
      care?.contactId && (await dataSource.getRepository(Person).findOneBy({ id: care.contactId }));
    if (!person) return { homeId, care, contact: null };
    const phone = openPhone(this.cipher, person);
    return {
      homeId,
      care,
      contact: { personId: person.id, name: person.name, phone: phone === null ? null : maskPhone(phone) },
    };
  }
}
