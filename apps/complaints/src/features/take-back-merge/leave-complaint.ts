import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { AboutCorrections } from '../../persistence/about-corrections';
import { indexCase } from '../../persistence/case-search';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { JoinedComplainants } from '../../persistence/joined-complainants';
import type { Merge } from '../../persistence/merges';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { EndWaiting } from '../answer-feedback/end-waiting';
import { HandOver } from '../assign-complaint/hand-over';
import { AttitudeSuperiors } from '../record-complaint/attitude-superiors';

/** Kept with the task, for its owner. */
const nothingToTell = '并案已撤回，不必再告知 / The merge was taken back: there is nothing left to tell';

/** A complaint goes on for another one no more: whoever joined by it leaves, and it has the dates, the handler and the rest that it had before (G3). */
@Injectable()
export class LeaveComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly joined: JoinedComplainants,
    private readonly clocks: ComplaintClocks,
    private readonly tellings: StrangerTasks,
    private readonly corrections: AboutCorrections,
    private readonly superiors: AttitudeSuperiors,
    private readonly handOver: HandOver,
    private readonly waiting: EndWaiting,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, double: Complaint, act: Act, { before, undone }: Merge): Promise<void> {
    const joined = await this.joined.since(tx, complaint.id, before.intoComplainants);
    await this.tellings.cancel(tx, complaint, act, nothingToTell, (task) => before.intoTellings.every(({ id }) => id !== task.id));
    const former = complaint.handlerId;
    await this.correctAbout(tx, complaint, double, act, before.into);
    await this.clocks.putBack(tx, complaint, before.intoClocks);
    this.joined.leave(tx, complaint, joined, before.intoComplainants);
    const { id, number } = double;
    const [households, complainants] = [await this.complainants.households(tx, complaint.id), await this.complainants.count(tx, complaint.id)];
    const { version: _version, ...fields } = before.into;
    this.complaints.advance(tx, complaint, act, { kind: 'double-left', double: { id, number }, households, complainants, undone }, fields);
    indexCase(tx, complaint.id, complaint.number, complaint.words, (await this.complainants.hotlineNumbers(tx, complaint.id)).join(' '));
    await this.handOver.execute(tx, complaint, act, former);
    await this.tellings.giveBack(tx, complaint, act, before.intoTellings);
    await this.waiting.goOn(tx, complaint);
  }

  /** Whom the other one is about it is about no more, for everybody to see. */
  private async correctAbout(tx: Transaction, complaint: Complaint, double: Complaint, act: Act, { aboutPersonIds, aboutCrewIds, aboutDirector, handlerId, handlerIds }: Merge['before']['into']): Promise<void> {
    if (aboutPersonIds.length === complaint.aboutPersonIds.length && aboutCrewIds.length === complaint.aboutCrewIds.length) return;
    this.corrections.keep(tx, complaint, act, `投诉 ${double.number} 的并入已撤回 / The merge of complaint ${double.number} was taken back`);
    const formerHandlerId = complaint.handlerId;
    const next = { aboutPersonIds, aboutCrewIds, aboutDirector, handlerId, handlerIds };
    const superiorIds = await this.superiors.of(tx, { ...complaint, ...next } as Complaint, []);
    this.complaints.advance(tx, complaint, act, { kind: 'corrected', formerHandlerId, superiorIds: [] }, next);
    // They have heard of it.
    this.superiors.letIn(tx, complaint, superiorIds);
  }
}
