import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from '../../persistence/complaint.entity';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { FirstHandler } from '../record-complaint/first-handler';

/** What follows from a complaint being somebody else's, or nobody's: who sees it by handling it, and who tells its complainants (W2.3). */
@Injectable()
export class HandOver {
  constructor(
    private readonly firstHandler: FirstHandler,
    private readonly tellings: StrangerTasks,
  ) {}

  /** @param complaint as it is by the event that says who handles it now */
  async execute(tx: Transaction, complaint: Complaint, act: Act, former: string | null): Promise<void> {
    const { handlerId } = complaint;
    if (handlerId === former) return;
    if (former) this.firstHandler.revoke(tx, complaint, former);
    if (!handlerId) return;
    this.firstHandler.grant(tx, complaint, handlerId);
    await this.tellings.follow(tx, complaint, handlerId, act);
  }
}
