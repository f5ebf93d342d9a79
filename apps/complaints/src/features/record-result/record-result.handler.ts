import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Tasks } from '../../persistence/tasks';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import type { RecordResultDto } from './record-result.dto';

/** What came of it, when every task and linked repair is done. */
@Injectable()
export class RecordResultHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly tasks: Tasks,
    private readonly attachments: AttachmentClaims,
    private readonly complainants: TellComplainants,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, id: string, { attachmentIds }: RecordResultDto): Promise<void> {
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'complaint', id });
  }

  /** @throws unknown (404), notTheHandler (403), workOpen, complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: RecordResultDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'record-result');
    const open = await this.tasks.open(tx, id);
    if (open.tasks + open.repairs > 0) throw complaintErrors.workOpen(open);
    const attachmentIds = input.attachmentIds ?? [];
    const evidenceIds = [...new Set([...complaint.evidenceIds, ...attachmentIds])];
    this.complaints.advance(tx, complaint, act, { kind: 'result-recorded', attachmentIds }, { state, result: input.result, evidenceIds });
    await this.clocks.keep(tx, complaint, act, 'result-recorded');
    await this.complainants.tell(tx, complaint, 'complaint-result', act);
    return complaint;
  }
}
