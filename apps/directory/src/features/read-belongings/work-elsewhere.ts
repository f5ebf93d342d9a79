import { Injectable } from '@nestjs/common';
import { askedPrincipal, InternalClient } from '@property-office/backbone';
import {
  caseBelongingsPath,
  deskBelongingsPath,
  followUpBelongingsPath,
  noticeBelongingsPath,
  paperBelongingsPath,
  workOrderBelongingsPath,
  type BelongingsInHand,
  type BelongingsOf,
  type Principal,
  type WorkInHand,
} from '@property-office/contracts';

/** What of the work of the office somebody has in hand, as the services say that keep it (G6). */
@Injectable()
export class WorkElsewhere {
  constructor(private readonly services: InternalClient) {}

  /** Without what the reader may not know of (W1.1, W2.3). @throws unavailable (503): half a list would be taken for the whole */
  async of(personId: string, reader: Principal): Promise<WorkInHand[]> {
    const asked: BelongingsOf = { personId, reader: askedPrincipal(reader) };
    const parts = await Promise.all([
      this.services.post<BelongingsInHand>('reception', deskBelongingsPath, asked),
      this.services.post<BelongingsInHand>('dispatch', workOrderBelongingsPath, asked),
      this.services.post<BelongingsInHand>('followups', followUpBelongingsPath, asked),
      this.services.post<BelongingsInHand>('complaints', caseBelongingsPath, asked),
      this.services.post<BelongingsInHand>('documents', paperBelongingsPath, asked),
      this.services.post<BelongingsInHand>('notifications', noticeBelongingsPath, asked),
    ]);
    return parts.flatMap(({ items }) => items);
  }
}
