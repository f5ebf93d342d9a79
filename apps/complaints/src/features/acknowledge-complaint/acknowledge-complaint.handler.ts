import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';

/** The complainant is told that it is being dealt with. */
@Injectable()
export class AcknowledgeComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
  ) {}

  /** @throws unknown (404), complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    this.complaints.advance(tx, complaint, act, { kind: 'acknowledged' }, { state: stateAfter(complaint.state, 'acknowledge') });
    await this.clocks.keep(tx, complaint, act, 'acknowledged');
    await this.complainants.tell(tx, complaint, 'complaint-acknowledged', act);
    return complaint;
  }
}
