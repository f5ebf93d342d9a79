import { Injectable } from '@nestjs/common';
import { maskName, maskPhone } from '@property-office/kernel';
import { Guests } from '../persistence/guests';
import type { Visitor } from '../persistence/visitor.entity';
import { visitorView, type VisitorView } from './visitor.view';

/** Visitors as the API shows them, masked (G7). */
@Injectable()
export class VisitorViews {
  constructor(private readonly guests: Guests) {}

  masked(visitor: Visitor): VisitorView {
    const guest = this.guests.open(visitor);
    return visitorView(visitor, guest && { name: maskName(guest.name), phone: guest.phone && maskPhone(guest.phone) });
  }
}
