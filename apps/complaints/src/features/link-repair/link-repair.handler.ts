import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { onceKnown, type CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { LinkedRepairs } from '../../persistence/linked-repairs';
import { ReadComplaints } from '../../persistence/read-complaints';
import type { LinkRepairDto } from './link-repair.dto';

/** A repair is part of the remedy. The request itself says nothing of the complaint: its crew may be whom it is about. */
@Injectable()
export class LinkRepairHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly repairs: LinkedRepairs,
    private readonly reading: ReadComplaints,
  ) {}

  /** @returns the site of the request. @throws unknown (404), before anything is waited for; repairUnknown (400) */
  async prepare(principal: Principal, id: string, { repairRequestId }: LinkRepairDto): Promise<string> {
    if (!(await this.reading.one(principal, id))) throw complaintErrors.unknown();
    const site = await onceKnown(repairRequestId, () => this.repairs.siteOf(repairRequestId));
    if (site === undefined) throw complaintErrors.repairUnknown();
    return site;
  }

  /** @throws unknown (404), notTheHandler (403), complaintMoveIllegal (409), repairUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { repairRequestId, ...input }: LinkRepairDto, site: string): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'work-on');
    if (site !== complaint.siteId) throw complaintErrors.repairUnknown();
    if (await this.repairs.link(tx, id, repairRequestId)) this.complaints.advance(tx, complaint, act, { kind: 'repair-linked', repairRequestId });
    await this.clocks.keep(tx, complaint, act, 'repair-linked');
    return complaint;
  }
}
