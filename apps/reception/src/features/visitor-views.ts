import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { maskName, maskPhone } from '@property-office/kernel';
import { hearsWhatWasSaid } from '../domain/what-was-said';
import { Guests } from '../persistence/guests';
import type { Visitor } from '../persistence/visitor.entity';
import { visitorView, type VisitorView } from './visitor.view';

/** Visitors as the API shows them, masked (G7). */
@Injectable()
export class VisitorViews {
  constructor(private readonly guests: Guests) {}

  /** @param reader who is shown what was said at the desk only where they may hear it */
  masked(visitor: Visitor, reader: Principal): VisitorView {
    const guest = this.guests.open(visitor);
    const note = hearsWhatWasSaid(reader, visitor) ? visitor.note : null;
    return visitorView({ ...visitor, note }, guest && { name: maskName(guest.name), phone: guest.phone && maskPhone(guest.phone) });
  }
}
