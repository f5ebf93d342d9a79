import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { NumberedComplaint } from '../../domain/complaint-event';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { AddComplainant } from '../join-complaint/add-complainant';
import { MarkMajorHandler } from '../mark-major/mark-major.handler';

interface Joined {
  personIds: string[];
  /** As whom they complain here, whether or not they did before. */
  complainantIds: string[];
}

/**
 * A complaint goes on for another one of the same matter (W2.3): whoever complains there complains here, too, as whoever joins does, and is told its number;
 * the earlier dates, an earlier hotline and what made the other a major one hold for it.
 */
@Injectable()
export class TakeOverComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly adding: AddComplainant,
    private readonly major: MarkMajorHandler,
    private readonly notices: ComplainantNotices,
    private readonly tellings: StrangerTasks,
  ) {}

  /** @param double whose clocks still run */
  async execute(tx: Transaction, complaint: Complaint, double: Complaint, act: Act, named: NumberedComplaint): Promise<void> {
    const before = complaint.dueAt;
    const { personIds, complainantIds } = await this.join(tx, complaint, double, act);
    const households = await this.complainants.households(tx, complaint.id);
    const complainants = await this.complainants.count(tx, complaint.id);
    const reason = complaint.majorReason === null ? double.majorReason : null;
    // Before its clocks are taken over: what a major one promises goes on here as it stood there.
    await this.major.byRule(tx, complaint, act, { households, signsOfMajor: double.majorBecause }, reason);
    await this.clocks.takeOver(tx, complaint, double, act.happenedAt);
    const dueAt = complaint.dueAt?.getTime() === before?.getTime() ? null : complaint.dueAt;
    this.complaints.advance(tx, complaint, act, { kind: 'double-joined', double: named, households, complainants, dueAt });
    this.notices.tell(tx, personIds, 'complaint-merged', { type: 'complaint', ...complaint }, act);
    const what = `告知投诉人：投诉 ${named.number} 已并入 ${complaint.number} 一并办理 / Tell them that ${named.number} goes on as ${complaint.number}`;
    const strangers = (await this.complainants.strangerIds(tx, complaint.id)).filter((each) => complainantIds.includes(each));
    await this.tellings.give(tx, complaint, act, strangers, { what });
  }

  /** Who complains in both complains once, with all they said. What the first one sent stands on their complaint. */
  private async join(tx: Transaction, complaint: Complaint, double: Complaint, act: Act): Promise<Joined> {
    const here = await this.complainants.within(tx, complaint.id);
    const joined: Joined = { personIds: [], complainantIds: [] };
    for (const [i, { id: joinedFrom, ...given }] of (await this.complainants.within(tx, double.id)).entries()) {
      const own = here.find(({ personId }) => personId !== null && personId === given.personId);
      const id = own?.id ?? newId();
      const complainant = { ...given, id, joinedFrom, attachmentIds: [...(i === 0 ? double.attachmentIds : []), ...given.attachmentIds] };
      const { personId, hotline } = complainant;
      if (own) this.complainants.addToOwn(tx, complaint.id, complainant);
      else this.complainants.add(tx, complaint, complainant);
      if (hotline) await this.adding.ledBy(tx, complaint, hotline, act);
      joined.complainantIds.push(id);
      if (personId !== null) joined.personIds.push(personId);
    }
    return joined;
  }
}
