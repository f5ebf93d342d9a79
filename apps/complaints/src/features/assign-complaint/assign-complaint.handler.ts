import { Injectable } from '@nestjs/common';
import { roleNames } from '@property-office/access';
import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, listed, stateAfter } from '../../domain/errors';
import { needsReason, type Circle } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { handledBefore } from '../../persistence/past-rounds';
import { hiddenAmong, staffRolesOf } from '../../persistence/people';
import { whoIsLeft } from '../../persistence/who-is-left';
import { rolesToHandle } from '../../persistence/who-may-handle';
import type { AssignComplaintDto } from './assign-complaint.dto';
import { HandOver } from './hand-over';

const mayAssignOthers: ReadonlySet<Role | 'system'> = new Set(['desk-lead', 'director', 'company']);

/**
 * Somebody gets a case: never who is complained about or of their crew, nor who had it before a dispute (W2.3), unless nobody else is left
 * (`whoIsLeft`), and nobody below them.
 */
@Injectable()
export class AssignComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly handOver: HandOver,
  ) {}

  /**
   * @throws unknown (404), notYoursToAssign (403), handlerReasonMissing (400), complaintMoveIllegal, handlerComplainedAbout, handlerUnfit, handlerBefore,
   *   handlerUnfitToComplain (409), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, { handlerId, reason, ...input }: AssignComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'assign');
    if (!mayAssignOthers.has(act.actor.role) && handlerId !== command.principal.personId) throw complaintErrors.notYoursToAssign();
    const circle = await this.circleOf(tx, complaint, handlerId);
    if (needsReason(circle) && reason === undefined) throw complaintErrors.handlerReasonMissing();
    const formerHandlerId = complaint.handlerId;
    if (formerHandlerId === handlerId) return complaint;
    const handlerIds = [...new Set([...complaint.handlerIds, handlerId])];
    this.complaints.advance(tx, complaint, act, { kind: 'assigned', formerHandlerId, circle }, { handlerId, handlerIds, handlerReason: needsReason(circle) ? reason! : null });
    await this.clocks.keep(tx, complaint, act, 'assigned');
    await this.handOver.execute(tx, complaint, act, formerHandlerId);
    return complaint;
  }

  /** @returns where they were found, if nobody of its level may have it */
  private async circleOf(tx: Transaction, complaint: Complaint, handlerId: string): Promise<Circle | null> {
    if ((await hiddenAmong(tx, complaint.id, [handlerId])).size > 0) throw complaintErrors.handlerComplainedAbout();
    const complain = new Set(await this.complainants.personIds(tx, complaint.id));
    if (complain.has(handlerId)) throw complaintErrors.handlerUnfitToComplain();
    const left = await whoIsLeft(tx, complaint, complain);
    if (left?.people.includes(handlerId)) return left.circle;
    if ((await handledBefore(tx, complaint.id)).has(handlerId)) throw complaintErrors.handlerBefore();
    const fit = await rolesToHandle(tx, complaint);
    const held = await staffRolesOf(tx, handlerId, complaint.siteId);
    if (!held.some((role) => fit.includes(role))) throw complaintErrors.handlerUnfit({ roles: listed(fit.map((role) => roleNames[role])) });
    return null;
  }
}
