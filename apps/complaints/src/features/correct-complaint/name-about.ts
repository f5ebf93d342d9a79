import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Hidden } from '../../domain/complaint-event';
import { notBefore } from '../../domain/last-act';
import { AboutCorrections } from '../../persistence/about-corrections';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Doubles } from '../../persistence/doubles';
import { HiddenTasks } from '../../persistence/hidden-tasks';
import { crewsOf, hiddenFromOf, isAnyDirector } from '../../persistence/people';
import { HandOver } from '../assign-complaint/hand-over';
import { AttitudeSuperiors } from '../record-complaint/attitude-superiors';
import { FirstHandler } from '../record-complaint/first-handler';

/**
 * Whom a locked complaint is about from now on, and what follows from it as at recording (W2.3): it is hidden, first of all, and so is whatever it goes on
 * for; whoever may handle it has it, the superior in a matter of attitude. Whoever was named before does not see it again.
 */
@Injectable()
export class NameAbout {
  constructor(
    private readonly complaints: Complaints,
    private readonly doubles: Doubles,
    private readonly firstHandler: FirstHandler,
    private readonly handOver: HandOver,
    private readonly superiors: AttitudeSuperiors,
    private readonly corrections: AboutCorrections,
    private readonly hiddenTasks: HiddenTasks,
  ) {}

  /** @param unfit who does not handle it by this: whoever is about to complain in it, or says whom a complainant means, which may be themselves */
  async execute(tx: Transaction, complaint: Complaint, about: Hidden, act: Act, reason: string, unfit: readonly string[]): Promise<void> {
    const hiddenFrom = { personIds: about.personIds, crewIds: [...new Set([...about.crewIds, ...(await crewsOf(tx, about.personIds))])] };
    await this.hide(tx, complaint, hiddenFrom, act);
    for (const double of await this.doubles.lockOf(tx, complaint.id)) await this.hide(tx, double, hiddenFrom, notBefore(act, double));
    this.corrections.keep(tx, complaint, act, reason);
    const aboutDirector = await isAnyDirector(tx, about.personIds, complaint.siteId);
    const next = { aboutPersonIds: about.personIds, aboutCrewIds: about.crewIds, aboutDirector, aboutOpen: false };
    const former = complaint.handlerId;
    const handlerId = await this.firstHandler.after(tx, { ...complaint, ...next } as Complaint, unfit);
    const handlerIds = [...new Set([...complaint.handlerIds, ...(handlerId ? [handlerId] : [])])];
    const superiorIds = await this.superiors.of(tx, { ...complaint, ...next } as Complaint, unfit);
    this.complaints.advance(tx, complaint, act, { kind: 'corrected', formerHandlerId: former, superiorIds: superiorIds.filter((each) => each !== handlerId) }, { ...next, handlerId, handlerIds });
    this.superiors.letIn(tx, complaint, superiorIds);
    await this.handOver.execute(tx, complaint, act, former);
    await this.hiddenTasks.cancel(tx, complaint, act);
  }

  /** From whoever it was not hidden from: an event that everybody follows who keeps something of it. */
  async hide(tx: Transaction, complaint: Complaint, from: Hidden, act: Act): Promise<void> {
    const before = await hiddenFromOf(tx, complaint.id);
    const hiddenFrom = {
      personIds: from.personIds.filter((each) => !before.personIds.includes(each)),
      crewIds: from.crewIds.filter((each) => !before.crewIds.includes(each)),
    };
    if (hiddenFrom.personIds.length + hiddenFrom.crewIds.length === 0) return;
    shieldObject(tx, complaint.id, hiddenFrom);
    this.complaints.advance(tx, complaint, act, { kind: 'hidden', hiddenFrom });
  }
}
