import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import type { VerifyComplaintDto } from './verify-complaint.dto';

/** The handler looks into it: findings and evidence, as often as there is something to add. */
@Injectable()
export class VerifyComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly attachments: AttachmentClaims,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, id: string, { attachmentIds }: VerifyComplaintDto): Promise<void> {
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'complaint', id });
  }

  /** @throws unknown (404), notTheHandler (403), handlerMissing, complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: VerifyComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'verify');
    const attachmentIds = input.attachmentIds ?? [];
    const findings = [complaint.findings, input.findings].filter(Boolean).join('\n\n') || null;
    const evidenceIds = [...new Set([...complaint.evidenceIds, ...attachmentIds])];
    this.complaints.advance(tx, complaint, act, { kind: 'verified', attachmentIds }, { state, findings, evidenceIds });
    await this.clocks.keep(tx, complaint, act, 'verified');
    return complaint;
  }
}
