import { Injectable } from '@nestjs/common';
import type { MajorReason } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { takesTheLead, type Hotline } from '../../domain/hotline';
import { indexCase } from '../../persistence/case-search';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import { Complainants, type NewComplainant } from '../../persistence/complainants';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { hiddenFromOf } from '../../persistence/people';
import { MarkMajorHandler } from '../mark-major/mark-major.handler';

/** What a desk adds that heard them: households they spoke for, and what makes it a major one. */
export interface HeardBesides {
  households: number;
  signsOfMajor: readonly MajorReason[];
}

/**
 * Adds a complainant to a locked complaint, wherever they come from; the fifth household makes it a major one, and so does a hotline, whose
 * number and deadline lead if they are the earlier ones (W2.3).
 */
@Injectable()
export class AddComplainant {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly major: MarkMajorHandler,
    private readonly notices: ComplainantNotices,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, complainant: NewComplainant, heard?: HeardBesides): Promise<void> {
    const { id } = complaint;
    const { personId, attachmentIds = [], hotline = null } = complainant;
    this.complainants.add(tx, complaint, { ...complainant, households: heard?.households ?? 1 });
    const dueAt = hotline && (await this.ledBy(tx, complaint, hotline, act));
    const households = await this.complainants.households(tx, id);
    const complainants = await this.complainants.count(tx, id);
    const hiddenFrom = await hiddenFromOf(tx, id);
    this.complaints.advance(tx, complaint, act, { kind: 'joined', households, complainants, attachmentIds, hiddenFrom, dueAt });
    if (personId) this.notices.tell(tx, [personId], 'complaint-accepted', { type: 'complaint', ...complaint }, act);
    await this.major.byRule(tx, complaint, act, { households, signsOfMajor: heard?.signsOfMajor ?? [] });
  }

  /** That of somebody who complains from now on. @returns by when it is due, where that is earlier by it */
  async ledBy(tx: Transaction, complaint: Complaint, hotline: Hotline, act: Act): Promise<Date | null> {
    indexCase(tx, complaint.id, complaint.number, complaint.words, (await this.complainants.hotlineNumbers(tx, complaint.id)).join(' '));
    if (!takesTheLead(hotline, complaint.hotlineDeadline, tx.now)) return null;
    const { dueAt: before } = complaint;
    Object.assign(complaint, { hotlineNumber: hotline.number, hotlineDeadline: hotline.deadline });
    await this.clocks.lead(tx, complaint, act.happenedAt);
    return complaint.dueAt?.getTime() === before?.getTime() ? null : complaint.dueAt;
  }
}
