import { Injectable } from '@nestjs/common';
import { actorFor, mayOn, personsBehind, roleNames } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, extensionError, listed, stateAfter } from '../../domain/errors';
import { extensionRefusal } from '../../domain/extension';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import { whoApproves } from '../../persistence/who-approves';
import type { ApproveExtensionDto } from './approve-extension.dto';

/**
 * Another person says yes or no, from above whoever handles it (`whoApproves`): "another" is tested on the person, and on both of "X for Y" (G1). Who is
 * complained about does not see the case at all.
 */
@Injectable()
export class ApproveExtensionHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly standing: ExtensionStandings,
  ) {}

  /** @throws unknown (404), extensionOwn, extensionNotAbove (403), extensionMissing, extensionUsed, extensionTooLate, complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { approved, ...input }: ApproveExtensionDto): Promise<Complaint> {
    const { complaint, act, principal } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'extend');
    const { extensionUntil: until, extensionAskedBy, extensionApprovedBy, extensionToldAt, handlerId } = complaint;
    if (!until || extensionApprovedBy || extensionToldAt) throw complaintErrors.extensionMissing();
    const isOwn = (): boolean => personsBehind(act.actor).some((each) => each === extensionAskedBy || each === handlerId);
    if (isOwn()) throw complaintErrors.extensionOwn();
    const approvers = await whoApproves(tx, complaint);
    const asked = [principal, command.operation, complaint.siteId, approvers] as const;
    if (!mayOn(...asked)) throw complaintErrors.extensionNotAbove({ roles: listed(approvers.map((role) => roleNames[role])) });
    act.actor = actorFor(...asked);
    if (isOwn()) throw complaintErrors.extensionOwn();
    const refusal = approved ? extensionRefusal(await this.standing.of(tx, complaint), until, act.happenedAt) : undefined;
    if (refusal) throw extensionError(refusal);
    const changes = approved ? { extensionApprovedBy: principal.personId } : { extensionUntil: null, extensionReason: null, extensionAskedBy: null };
    this.complaints.advance(tx, complaint, act, { kind: 'extension-decided', until, approved }, changes);
    return complaint;
  }
}
