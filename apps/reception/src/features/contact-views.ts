import { Injectable } from '@nestjs/common';
import { maskName, maskPhone } from '@property-office/kernel';
import { Callers } from '../persistence/callers';
import type { Contact } from '../persistence/contact.entity';
import { viewOf, type ContactView } from './contact.view';

/** Contacts as the API shows them, the caller masked (G7). */
@Injectable()
export class ContactViews {
  constructor(private readonly callers: Callers) {}

  masked(contact: Contact, convertedNumber: string | null = null): ContactView {
    const { name, phone } = this.callers.open(contact);
    return viewOf(contact, { name: name && maskName(name), phone: phone && maskPhone(phone) }, convertedNumber);
  }
}
