import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { maskName, maskPhone } from '@property-office/kernel';
import { Contacts } from '../persistence/contacts';
import type { RepairRequest } from '../persistence/repair-request.entity';
import { viewOf, type RepairContactView, type RepairRequestView } from './repair-request.view';

/** Repair requests as the API shows them, the contact masked or not (G7). */
@Injectable()
export class RepairViews {
  constructor(private readonly contacts: Contacts) {}

  /** As whoever may see the request sees it. Answers to acts are kept for repeats, so they are masked for everybody. */
  masked(request: RepairRequest): RepairRequestView {
    return viewOf(request, this.maskedContact(request));
  }

  /** As this person sees it: their own contact in full. Its reporter may have been corrected since it was given. */
  readBy(principal: Principal, request: RepairRequest): RepairRequestView {
    const own = request.contactOf === principal.personId && request.reporterId === principal.personId;
    return own ? viewOf(request, this.contacts.open(request)) : this.masked(request);
  }

  private maskedContact(request: RepairRequest): RepairContactView | null {
    const contact = this.contacts.open(request);
    return contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) };
  }
}
