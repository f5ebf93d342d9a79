import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, extensionError, stateAfter } from '../../domain/errors';
import { extensionRefusal } from '../../domain/extension';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { standingOf } from '../request-extension/request-extension.handler';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import type { AnnounceExtensionDto } from './announce-extension.dto';

/** The complainant was told before the old date: only then the new one holds (W2.3). */
@Injectable()
export class AnnounceExtensionHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
  ) {}

  /** @throws unknown (404), notTheHandler (403), extensionMissing, extensionUsed, extensionTooLate, complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, ...input }: AnnounceExtensionDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'extend');
    const { extensionUntil: until, extensionApprovedBy, promisedAt } = complaint;
    if (!until || !extensionApprovedBy) throw complaintErrors.extensionMissing();
    const { current: before, ...standing } = standingOf(complaint);
    const refusal = extensionRefusal({ ...standing, current: before }, until, act.happenedAt);
    if (refusal) throw extensionError(refusal);
    const told = { extensionToldAt: act.happenedAt, extensionToldHow: how };
    const moved = promisedAt && { promisedAt: until };
    this.complaints.advance(tx, complaint, act, { kind: 'extension-told', until, before: before! }, { ...told, ...moved });
    await this.clocks.agree(tx, complaint, until, act.happenedAt);
    await this.complainants.tell(tx, complaint, 'complaint-extended', act);
    return complaint;
  }
}
