import { Injectable } from '@nestjs/common';
import { lendersOf } from '@property-office/access';
import { InternalClient } from '@property-office/backbone';
import {
  caseBelongingsPath,
  deskBelongingsPath,
  noticeBelongingsPath,
  type BelongingsInHand,
  type BelongingsOf,
  type CaseBelongingsOf,
  type Principal,
  type WorkInHand,
} from '@property-office/contracts';

/** What of customer service somebody has in hand, as the services say that keep it (G6). */
@Injectable()
export class WorkElsewhere {
  constructor(private readonly services: InternalClient) {}

  /** Without complaints that are hidden from the reader (W2.3). @throws unavailable (503): half a list would be taken for the whole */
  async of(personId: string, reader: Principal): Promise<WorkInHand[]> {
    const asked: BelongingsOf = { personId };
    const lenders = lendersOf(reader).map(({ forPersonId, crews = [] }) => ({ personId: forPersonId, crews }));
    const askedOfCases: CaseBelongingsOf = { personId, readers: [{ personId: reader.personId, crews: reader.crews }, ...lenders] };
    const parts = await Promise.all([
      this.services.post<BelongingsInHand>('reception', deskBelongingsPath, asked),
      this.services.post<BelongingsInHand>('complaints', caseBelongingsPath, askedOfCases),
      this.services.post<BelongingsInHand>('notifications', noticeBelongingsPath, asked),
    ]);
    return parts.flatMap(({ items }) => items);
  }
}
