import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ExtensionStanding } from '../domain/extension';
import type { Complaint } from './complaint.entity';
import { Doubles } from './doubles';

/** What the one extension of a case is judged by. */
@Injectable()
export class ExtensionStandings {
  constructor(private readonly doubles: Doubles) {}

  /** The date an extension moves: what was promised, or until when the case is due. One that somebody was told of is used, whether or not it came to hold. */
  async of(tx: Transaction, complaint: Complaint): Promise<ExtensionStanding> {
    const standing = await this.ofAnnounced(tx, complaint);
    return { ...standing, used: standing.used || complaint.extensionToldAt !== null || complaint.extensionToldIds !== null };
  }

  /** As `of`, for its own extension, of which some were told already. */
  async ofAnnounced(tx: Transaction, { id, promisedAt, dueAt, hotlineDeadline }: Complaint): Promise<ExtensionStanding> {
    return { used: await this.doubles.wereExtended(tx, id), current: promisedAt ?? dueAt, hotlineDeadline };
  }
}
