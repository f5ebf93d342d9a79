import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { groupErrors } from '../../domain/group-errors';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import type { DecideComplaintDto } from './decide-complaint.dto';

/** Ours, partly ours, not ours or unfounded: decided by whoever handles it, who is not complained about (W2.3). */
@Injectable()
export class DecideComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
  ) {}

  /** @throws unknown (404), notTheHandler, aboutSettledByOwn (403), complaintMoveIllegal, aboutOpen (409), branchIncomplete (400) without findings, stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: DecideComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'decide');
    if (complaint.aboutOpen) throw groupErrors.aboutOpen();
    const saidNobody = await this.complainants.saidNobody(tx, id);
    if (personsBehind(act.actor).some((each) => saidNobody.includes(each))) throw groupErrors.aboutSettledByOwn();
    const decided = { decision: input.decision, decisionReason: input.reason, decidedBy: command.principal.personId, decidedAt: act.happenedAt };
    this.complaints.advance(tx, complaint, act, { kind: 'decided' }, { state, ...decided });
    await this.clocks.keep(tx, complaint, act, 'decided');
    return complaint;
  }
}
