import { Injectable } from '@nestjs/common';
import { keepAccess } from '@property-office/access';
import { whoLeft } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { superiorToHear } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { hiddenAmong, superiorsOf } from '../../persistence/people';

/** Whoever answers for one of those a matter of attitude is about hears of it, and may read it, also where somebody else handles it (W2.3). */
@Injectable()
export class AttitudeSuperiors {
  constructor(private readonly complainants: Complainants) {}

  /**
   * Of each the nearest who is still here, from whom it is not hidden and who does not complain; also whoever handles it, who knows.
   * @param unfit who is none besides those who complain in it: whoever is about to, or says whom they mean
   */
  async of(tx: Transaction, complaint: Complaint, unfit: readonly string[]): Promise<string[]> {
    if (!kindsOfComplaint[complaint.kind].attitude) return [];
    const left = await whoLeft(tx);
    const complain = [...unfit, ...(await this.complainants.personIds(tx, complaint.id))];
    const hear: string[] = [];
    for (const about of complaint.aboutPersonIds) {
      const chain = await superiorsOf(tx, about);
      const hidden = await hiddenAmong(tx, complaint.id, chain);
      const superior = superiorToHear(chain, (personId) => left.has(personId) || hidden.has(personId) || complain.includes(personId));
      if (superior !== undefined && !hear.includes(superior)) hear.push(superior);
    }
    return hear;
  }

  /** They read it from now on, also once it goes on to another handler, and nobody else by answering for somebody. @param complaint as it is by the event that says so */
  letIn(tx: Transaction, { id, siteId, version }: Complaint, superiorIds: readonly string[]): void {
    const source = { objectId: id, siteId, source: derivedId('superiors', id), sourceVersion: version };
    keepAccess(tx, source, superiorIds.map((personId) => ({ subject: `person:${personId}` as const, right: 'read' as const })));
  }
}
