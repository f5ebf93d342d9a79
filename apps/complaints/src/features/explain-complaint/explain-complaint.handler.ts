import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isOurs } from '../../domain/branch';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import { unlawfulFields } from '../unlawful.dto';
import type { ExplainComplaintDto } from './explain-complaint.dto';

/** What is not ours is explained, with the help given all the same; what is unlawful is stopped, recorded and reported (W2.3). */
@Injectable()
export class ExplainComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
  ) {}

  /** @throws unknown (404), notTheHandler (403), branchWrong, complaintMoveIllegal (409), branchIncomplete, reportedAhead (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ExplainComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'explain');
    if (isOurs(complaint.decision)) throw complaintErrors.branchWrong();
    const { explanation = null, helpGiven = null, unlawful } = input;
    this.complaints.advance(tx, complaint, act, { kind: 'explained' }, { state, explanation, helpGiven, ...unlawfulFields(unlawful, tx.now) });
    await this.clocks.keep(tx, complaint, act, 'explained');
    await this.complainants.tell(tx, complaint, 'complaint-explained', act);
    return complaint;
  }
}
