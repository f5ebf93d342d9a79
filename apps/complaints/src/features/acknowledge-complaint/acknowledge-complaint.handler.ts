import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import type { AcknowledgeComplaintDto } from './acknowledge-complaint.dto';

/** The complainant is told that it is being dealt with: by their account, or in a way that is recorded, since nobody else tells a stranger. */
@Injectable()
export class AcknowledgeComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
    private readonly people: Complainants,
  ) {}

  /** @throws unknown (404), contactWayMissing (400), complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, ...input }: AcknowledgeComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    const state = stateAfter(complaint.state, 'acknowledge');
    if (how === undefined && (await this.people.anyStranger(tx, id))) throw complaintErrors.contactWayMissing();
    this.complaints.advance(tx, complaint, act, { kind: 'acknowledged' }, { state, acknowledgedHow: how ?? null });
    await this.clocks.keep(tx, complaint, act, 'acknowledged');
    await this.complainants.tell(tx, complaint, 'complaint-acknowledged', act);
    return complaint;
  }
}
