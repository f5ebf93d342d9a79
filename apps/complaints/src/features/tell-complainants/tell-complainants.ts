import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Complainants } from '../../persistence/complainants';
import { ComplainantNotices, type ComplainantNotice } from '../../persistence/complainant-notices';
import type { Complaint } from '../../persistence/complaint.entity';

/** Everybody who complains in a case and has an account hears of it. */
@Injectable()
export class TellComplainants {
  constructor(
    private readonly complainants: Complainants,
    private readonly notices: ComplainantNotices,
  ) {}

  async tell(tx: Transaction, complaint: Complaint, kind: ComplainantNotice, act: Act): Promise<void> {
    const { id, siteId, number, version } = complaint;
    this.notices.tell(tx, await this.complainants.personIds(tx, id), kind, { type: 'complaint', id, siteId, number, version }, act);
  }
}
