import { Injectable } from '@nestjs/common';
import type { MajorReason } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { majorByRule, type WhatMakesMajor } from '../../domain/major';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { staffRolesOf } from '../../persistence/people';
import { rolesToHandle } from '../../persistence/who-may-handle';
import { HandOver } from '../assign-complaint/hand-over';
import { FirstHandler } from '../record-complaint/first-handler';
import type { MarkMajorDto } from './mark-major.dto';

/** By hand, with a reason; the rules do the same by themselves (R1.4). The director has it at once. */
@Injectable()
export class MarkMajorHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly firstHandler: FirstHandler,
    private readonly handOver: HandOver,
  ) {}

  /** @throws unknown (404), complaintMoveIllegal, alreadyMajor (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: MarkMajorDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForAct(tx, command, id, input);
    stateAfter(complaint.state, 'make-major');
    if (complaint.majorBecause.length > 0) throw complaintErrors.alreadyMajor();
    await this.make(tx, complaint, act, ['by-hand'], input.reason);
    return complaint;
  }

  /** Where the rules find more than they did. @param reason why it was marked by hand, where it is that by now */
  async byRule(tx: Transaction, complaint: Complaint, act: Act, found: Pick<WhatMakesMajor, 'households' | 'signsOfMajor'>, reason: string | null = null): Promise<void> {
    const because = majorByRule({ ...complaint, ...found });
    if (because.some((each) => !complaint.majorBecause.includes(each))) await this.make(tx, complaint, act, because, reason);
  }

  /** Whoever has it and is no director hands it to the director. */
  private async make(tx: Transaction, complaint: Complaint, act: Act, because: MajorReason[], reason: string | null): Promise<void> {
    const majorBecause = [...new Set([...complaint.majorBecause, ...because])];
    const wasMajor = complaint.majorBecause.length > 0;
    const former = complaint.handlerId;
    const next = { ...complaint, majorBecause } as Complaint;
    const fit = await rolesToHandle(tx, next);
    const stays = former !== null && (await staffRolesOf(tx, former, complaint.siteId)).some((role) => fit.includes(role));
    const handlerId = stays ? former : ((await this.firstHandler.of(tx, next, [])) ?? former);
    const changes = { majorBecause, ...(reason !== null && { majorReason: reason }) };
    const handed = handlerId !== former;
    const handlerIds = [...new Set([...complaint.handlerIds, ...(handlerId ? [handlerId] : [])])];
    this.complaints.advance(tx, complaint, act, { kind: 'made-major', because: majorBecause }, { ...changes, ...(handed && { handlerId, handlerIds }) });
    if (!wasMajor) await this.clocks.makeMajor(tx, complaint, act);
    await this.handOver.execute(tx, complaint, act, former);
  }
}
