import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Hidden } from '../../domain/complaint-event';
import { notBefore } from '../../domain/last-act';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Doubles } from '../../persistence/doubles';
import { HiddenTasks } from '../../persistence/hidden-tasks';
import { hiddenFromOf } from '../../persistence/people';
import { NameAbout } from '../correct-complaint/name-about';

/**
 * What two complaints become is about whoever either was about, and hidden from whomever either was hidden from: so is the one that rests, which says in
 * which one its complainants go on (W2.3).
 */
@Injectable()
export class HideTogether {
  constructor(
    private readonly naming: NameAbout,
    private readonly complainants: Complainants,
    private readonly doubles: Doubles,
    private readonly hiddenTasks: HiddenTasks,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, other: Complaint, { act, onOther }: { act: Act; onOther: Act }): Promise<void> {
    const [ofOther, ofComplaint] = [await hiddenFromOf(tx, other.id), await hiddenFromOf(tx, complaint.id)];
    for (const each of [complaint, ...(await this.doubles.lockOf(tx, complaint.id))]) await this.naming.hide(tx, each, ofOther, notBefore(act, each));
    for (const each of await this.doubles.lockOf(tx, other.id)) await this.naming.hide(tx, each, ofComplaint, notBefore(act, each));
    await this.naming.hide(tx, other, ofComplaint, onOther);
    const about: Hidden = { personIds: united(other.aboutPersonIds, complaint.aboutPersonIds), crewIds: united(other.aboutCrewIds, complaint.aboutCrewIds) };
    if (about.personIds.length > other.aboutPersonIds.length || about.crewIds.length > other.aboutCrewIds.length)
      await this.naming.execute(tx, other, about, onOther, `投诉 ${complaint.number} 并入 / Complaint ${complaint.number} was merged into it`, await this.complainants.personIds(tx, complaint.id));
    else await this.hiddenTasks.cancel(tx, other, onOther);
  }
}

const united = (one: string[], another: string[]): string[] => [...new Set([...one, ...another])];
