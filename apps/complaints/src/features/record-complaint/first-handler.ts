import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { handlerRoles, superiorToHear } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { handledBefore } from '../../persistence/past-rounds';
import { hiddenAmong, holdersOf, staffRolesOf, superiorsOf } from '../../persistence/people';
import { thereFirst } from '../../persistence/there-first';

/** Who has a case without anybody assigning it: the director a major one, the superior a matter of attitude; nobody who had it before a dispute (W2.3). */
@Injectable()
export class FirstHandler {
  constructor(private readonly complainants: Complainants) {}

  /**
   * @param joining who is about to complain: like those who do, they do not handle it
   * @returns undefined where somebody has to be assigned
   */
  async of(tx: Transaction, complaint: Complaint, joining: readonly string[]): Promise<string | undefined> {
    const { level, majorBecause, aboutDirector } = complaint;
    const major = majorBecause.length > 0;
    if (major || aboutDirector) {
      const holders = await holdersOf(tx, handlerRoles({ level, major, aboutDirector }), complaint.siteId);
      return this.firstFit(tx, complaint, await thereFirst(tx, complaint, holders), joining);
    }
    const [about] = complaint.aboutPersonIds;
    if (!kindsOfComplaint[complaint.kind].attitude || !about) return undefined;
    return this.firstFit(tx, complaint, await superiorsOf(tx, about), joining);
  }

  /**
   * Who has it once it is known to be about somebody else: whoever has it, where they still may; the superior in a matter of attitude, as from
   * the beginning; else the first who may. Null: nobody may, and somebody has to be assigned.
   */
  async after(tx: Transaction, complaint: Complaint, joining: readonly string[]): Promise<string | null> {
    const { id, siteId, level, majorBecause, aboutDirector, handlerId, kind, aboutPersonIds } = complaint;
    const major = majorBecause.length > 0;
    const fit = handlerRoles({ level, major, aboutDirector });
    const hidden = handlerId !== null && (await hiddenAmong(tx, id, [handlerId])).size > 0;
    const ordinary = !major && !aboutDirector;
    const mayStay = handlerId !== null && !hidden && (ordinary || (await staffRolesOf(tx, handlerId, siteId)).some((role) => fit.includes(role)));
    if (mayStay && !(ordinary && kindsOfComplaint[kind].attitude && aboutPersonIds.length > 0)) return handlerId;
    const first = await this.of(tx, complaint, joining);
    if (first !== undefined) return first;
    if (mayStay || handlerId === null) return handlerId;
    return (await this.firstFit(tx, complaint, await thereFirst(tx, complaint, await holdersOf(tx, fit, siteId)), joining)) ?? null;
  }

  /** Sees the case from now on, and acts on it. */
  grant(tx: Transaction, complaint: Complaint, handlerId: string): void {
    grantAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  /** Sees it no more by having handled it. */
  revoke(tx: Transaction, complaint: Complaint, handlerId: string): void {
    revokeAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  private async firstFit(tx: Transaction, complaint: Complaint, people: string[], joining: readonly string[]): Promise<string | undefined> {
    const hidden = await hiddenAmong(tx, complaint.id, people);
    const complain = new Set([...joining, ...(await this.complainants.personIds(tx, complaint.id))]);
    const before = await handledBefore(tx, complaint.id);
    return superiorToHear(people, (personId) => [hidden, complain, before].some((some) => some.has(personId)));
  }
}

function tie({ id, siteId, version }: Complaint) {
  return { objectId: id, siteId, right: 'act' as const, source: derivedId('handler', id), sourceVersion: version };
}
