import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import { whoLeft } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { superiorToHear } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { handledBefore } from '../../persistence/past-rounds';
import { hiddenAmong, holdersOf, staffRolesOf, superiorsOf } from '../../persistence/people';
import { thereFirst } from '../../persistence/there-first';
import { belowFormer, rolesToHandle } from '../../persistence/who-may-handle';

/** Who has a case without anybody assigning it: the director a major one, the superior a matter of attitude; nobody who had it before a dispute, or has left (W2.3, G6). */
@Injectable()
export class FirstHandler {
  constructor(private readonly complainants: Complainants) {}

  /**
   * @param unfit who may not have it besides those who complain in it: whoever is about to, or says whom they mean
   * @returns undefined where somebody has to be assigned
   */
  async of(tx: Transaction, complaint: Complaint, unfit: readonly string[]): Promise<string | undefined> {
    const { majorBecause, aboutDirector, kind, aboutPersonIds } = complaint;
    if (majorBecause.length > 0 || aboutDirector) {
      const holders = await holdersOf(tx, await rolesToHandle(tx, complaint), complaint.siteId);
      return this.firstFit(tx, complaint, await thereFirst(tx, complaint, holders), unfit);
    }
    if (!kindsOfComplaint[kind].attitude) return undefined;
    for (const about of aboutPersonIds) {
      const superior = await this.firstFit(tx, complaint, await superiorsOf(tx, about), unfit);
      if (superior !== undefined) return superior;
    }
    return undefined;
  }

  /**
   * Who has it once it is known to be about somebody else: whoever has it, where they still may; the superior in a matter of attitude, as from
   * the beginning; else the first who may. Null: nobody may, and somebody has to be assigned.
   */
  async after(tx: Transaction, complaint: Complaint, unfit: readonly string[]): Promise<string | null> {
    const { id, siteId, majorBecause, aboutDirector, handlerId, kind, aboutPersonIds } = complaint;
    const fit = await rolesToHandle(tx, complaint);
    const hidden = handlerId !== null && (await hiddenAmong(tx, id, [handlerId])).size > 0;
    const ordinary = majorBecause.length === 0 && !aboutDirector;
    const mayStay = handlerId !== null && !hidden && (ordinary || (await staffRolesOf(tx, handlerId, siteId)).some((role) => fit.includes(role)));
    if (mayStay && !(ordinary && kindsOfComplaint[kind].attitude && aboutPersonIds.length > 0)) return handlerId;
    const first = await this.of(tx, complaint, unfit);
    if (first !== undefined) return first;
    if (mayStay || handlerId === null) return handlerId;
    return (await this.firstFit(tx, complaint, await thereFirst(tx, complaint, await holdersOf(tx, fit, siteId)), unfit)) ?? null;
  }

  /** Sees the case from now on, and acts on it. */
  grant(tx: Transaction, complaint: Complaint, handlerId: string): void {
    grantAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  /** Sees it no more by having handled it. */
  revoke(tx: Transaction, complaint: Complaint, handlerId: string): void {
    revokeAccess(tx, { ...tie(complaint), subject: `person:${handlerId}` });
  }

  private async firstFit(tx: Transaction, complaint: Complaint, people: string[], unfit: readonly string[]): Promise<string | undefined> {
    const hidden = await hiddenAmong(tx, complaint.id, people);
    const complain = new Set([...unfit, ...(await this.complainants.personIds(tx, complaint.id))]);
    const before = await handledBefore(tx, complaint.id);
    const left = await whoLeft(tx);
    const below = await belowFormer(tx, complaint, people);
    return superiorToHear(people, (personId) => [left, hidden, complain, before, below].some((some) => some.has(personId)));
  }
}

function tie({ id, siteId, version }: Complaint) {
  return { objectId: id, siteId, right: 'act' as const, source: derivedId('handler', id), sourceVersion: version };
}
