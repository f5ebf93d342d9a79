import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ExtensionStanding } from '../domain/extension';
import type { Complaint } from './complaint.entity';
import { Doubles } from './doubles';

/** What the one extension of a case is judged by. */
@Injectable()
export class ExtensionStandings {
  constructor(private readonly doubles: Doubles) {}

  /** The date an extension moves: what was promised, or until when the case is due. */
  async of(tx: Transaction, { id, extensionToldAt, promisedAt, dueAt, hotlineDeadline }: Complaint): Promise<ExtensionStanding> {
    return { used: extensionToldAt !== null || (await this.doubles.wereExtended(tx, id)), current: promisedAt ?? dueAt, hotlineDeadline };
  }
}
