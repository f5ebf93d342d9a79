import { Injectable } from '@nestjs/common';
import { roleNames } from '@property-office/access';
import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, listed, stateAfter } from '../../domain/errors';
import { handlerRoles } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { handledBefore } from '../../persistence/past-rounds';
import { hiddenAmong, staffRolesOf } from '../../persistence/people';
import { FirstHandler } from '../record-complaint/first-handler';
import type { AssignComplaintDto } from './assign-complaint.dto';

const mayAssignOthers: ReadonlySet<Role | 'system'> = new Set(['desk-lead', 'director', 'company']);

/** Somebody gets a case: never who is complained about or of their crew, and for good never who had it before a dispute (W2.3). */
@Injectable()
export class AssignComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly firstHandler: FirstHandler,
  ) {}

  /**
   * @throws unknown (404), notYoursToAssign (403), complaintMoveIllegal, handlerComplainedAbout, handlerUnfit, handlerBefore,
   *   handlerUnfitToComplain (409), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, { handlerId, ...input }: AssignComplaintDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'assign');
    if (!mayAssignOthers.has(act.actor.role) && handlerId !== command.principal.personId) throw complaintErrors.notYoursToAssign();
    await this.assertFit(tx, complaint, handlerId);
    const formerHandlerId = complaint.handlerId;
    if (formerHandlerId === handlerId) return complaint;
    const handlerIds = [...new Set([...complaint.handlerIds, handlerId])];
    this.complaints.advance(tx, complaint, act, { kind: 'assigned', formerHandlerId }, { handlerId, handlerIds });
    await this.clocks.keep(tx, complaint, act, 'assigned');
    if (formerHandlerId) this.firstHandler.revoke(tx, complaint, formerHandlerId);
    this.firstHandler.grant(tx, complaint, handlerId);
    return complaint;
  }

  private async assertFit(tx: Transaction, complaint: Complaint, handlerId: string): Promise<void> {
    const { level, majorBecause, aboutDirector, siteId } = complaint;
    if ((await hiddenAmong(tx, complaint.id, [handlerId])).size > 0) throw complaintErrors.handlerComplainedAbout();
    if ((await this.complainants.personIds(tx, complaint.id)).includes(handlerId)) throw complaintErrors.handlerUnfitToComplain();
    if ((await handledBefore(tx, complaint.id)).has(handlerId)) throw complaintErrors.handlerBefore();
    const fit = handlerRoles({ level, major: majorBecause.length > 0, aboutDirector });
    const held = await staffRolesOf(tx, handlerId, siteId);
    if (!held.some((role) => fit.includes(role))) throw complaintErrors.handlerUnfit({ roles: listed(fit.map((role) => roleNames[role])) });
  }
}
