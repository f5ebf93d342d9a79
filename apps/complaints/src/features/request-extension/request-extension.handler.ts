import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { extensionError, stateAfter } from '../../domain/errors';
import { extensionRefusal } from '../../domain/extension';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import { whoApproves } from '../../persistence/who-approves';
import type { RequestExtensionDto } from './request-extension.dto';

/** The handler asks for more time; one that was refused may be asked for again, one that was told may not (W2.3). */
@Injectable()
export class RequestExtensionHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly standing: ExtensionStandings,
  ) {}

  /** @throws unknown (404), notTheHandler (403), complaintMoveIllegal, extensionUsed, extensionTooLate (409), extensionDate (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { until, reason, ...input }: RequestExtensionDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'extend');
    const refusal = extensionRefusal(await this.standing.of(tx, complaint), until, act.happenedAt);
    if (refusal) throw extensionError(refusal);
    this.complaints.advance(tx, complaint, act, { kind: 'extension-asked', until, approvers: await whoApproves(tx, complaint) }, {
      extensionUntil: until,
      extensionReason: reason,
      extensionAskedBy: command.principal.personId,
      extensionApprovedBy: null,
    });
    return complaint;
  }
}
