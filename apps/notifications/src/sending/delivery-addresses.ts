import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { Injectable } from '@nestjs/common';

const field = 'notifications.delivery.address';

export const sealedDeliveryAddresses: SealedColumn = { table: 'delivery', key: 'id', column: 'address_cipher', field };

/** Addresses and numbers of people who are no persons here, as a delivery carries them. */
@Injectable()
export class DeliveryAddresses {
  constructor(private readonly cipher: FieldCipher) {}

  /** For `addressCipher` of a receiver. @param address an e-mail address, or a telephone number */
  sealAddress(address: string): string {
    return this.cipher.encrypt(field, address);
  }

  open(addressCipher: string): string {
    return this.cipher.decrypt(field, addressCipher);
  }
}
