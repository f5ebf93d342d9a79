import { Injectable } from '@nestjs/common';
import { keepAccess } from '@property-office/access';
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

  /** Of each the nearest from whom it is not hidden and who does not complain, but for whoever handles it. @param joining who is about to complain */
  async of(tx: Transaction, complaint: Complaint, handlerId: string | null, joining: readonly string[]): Promise<string[]> {
    if (!kindsOfComplaint[complaint.kind].attitude) return [];
    const complain = [...joining, ...(await this.complainants.personIds(tx, complaint.id))];
    const hear: string[] = [];
    for (const about of complaint.aboutPersonIds) {
      const chain = await superiorsOf(tx, about);
      const hidden = await hiddenAmong(tx, complaint.id, chain);
      const superior = superiorToHear(chain, (personId) => hidden.has(personId) || complain.includes(personId));
      if (superior !== undefined && superior !== handlerId && !hear.includes(superior)) hear.push(superior);
    }
    return hear;
  }

  /** They read it from now on, and nobody else by answering for somebody. @param complaint as it is by the event that says so */
  letIn(tx: Transaction, { id, siteId, version }: Complaint, superiorIds: readonly string[]): void {
    const source = { objectId: id, siteId, source: derivedId('superiors', id), sourceVersion: version };
    keepAccess(tx, source, superiorIds.map((personId) => ({ subject: `person:${personId}` as const, right: 'read' as const })));
  }
}
