import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { barring, readStanding, standingIn } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { handlerRoles, superiorToHear } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { handledBefore } from '../../persistence/past-rounds';
import { barredFrom, hiddenAmong, holdersOf, superiorsOf } from '../../persistence/people';

/** Who has a case without anybody assigning it: the director a major one, the superior a matter of attitude; nobody who had it before a dispute (W2.3). */
@Injectable()
export class FirstHandler {
  constructor(private readonly complainants: Complainants) {}

  /**
   * @param complainantId who is about to complain: like those who do, they do not handle it
   * @returns undefined where somebody has to be assigned
   */
  async of(tx: Transaction, complaint: Complaint, complainantId: string | null): Promise<string | undefined> {
    const { level, majorBecause, aboutDirector } = complaint;
    const major = majorBecause.length > 0;
    if (major || aboutDirector) {
      const holders = await holdersOf(tx, handlerRoles({ level, major, aboutDirector }), complaint.siteId);
      return this.firstFit(tx, complaint, await thereFirst(tx, complaint, holders), complainantId);
    }
    const [about] = complaint.aboutPersonIds;
    if (!kindsOfComplaint[complaint.kind].attitude || !about) return undefined;
    return this.firstFit(tx, complaint, await superiorsOf(tx, about), complainantId);
  }

  /** Sees the case from now on, and acts on it. */
  grant(tx: Transaction, complaint: Complaint, handlerId: string): void {
    grantAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  /** Sees it no more by having handled it. */
  revoke(tx: Transaction, complaint: Complaint, handlerId: string): void {
    revokeAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  private async firstFit(tx: Transaction, complaint: Complaint, people: string[], complainantId: string | null): Promise<string | undefined> {
    const hidden = await hiddenAmong(tx, complaint.id, people);
    const complain = new Set([complainantId, ...(await this.complainants.personIds(tx, complaint.id))]);
    const before = await handledBefore(tx, complaint.id);
    return superiorToHear(people, (personId) => [hidden, complain, before].some((some) => some.has(personId)));
  }
}

/** Who is there, then who is away and has a deputy who takes it, then the others: a case waits for nobody who is away (G1). */
async function thereFirst(tx: Transaction, { id, siteId }: Complaint, people: readonly string[]): Promise<string[]> {
  const hidden = await barredFrom(tx, id);
  const standing = barring(await readStanding(tx, siteId), (personId) => hidden.includes(personId));
  const awayness = (personId: string): number => {
    const [asked] = standingIn(standing, [personId], tx.now, ['approvals']);
    return asked === undefined ? 2 : asked.forPersonId === null ? 0 : 1;
  };
  return people.toSorted((one, other) => awayness(one) - awayness(other));
}

function tie({ id, siteId, version }: Complaint) {
  return { objectId: id, siteId, right: 'act' as const, source: derivedId('handler', id), sourceVersion: version };
}
