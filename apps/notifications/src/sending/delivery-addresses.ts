import { FieldCipher } from '@property-office/access';
import { Injectable } from '@nestjs/common';

const field = 'notifications.delivery.address';

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
