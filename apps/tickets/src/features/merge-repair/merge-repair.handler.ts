import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { promisesLess } from '../../domain/merging';
import { stateAfter } from '../../domain/moves';
import { isAtWork } from '../../domain/repair-states';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import { notBefore } from '../unmerge-repair/leave-merge';
import type { MergeRepairDto } from './merge-repair.dto';

/** Two reports of the same become one work (并单, G3): the double rests, and its reporter hears what becomes of the other. */
@Injectable()
export class MergeRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws unknown (404), mergeTargetUnknown (400), illegalMove, mergeTargetOver, mergeTargetLessUrgent, hasDoubles (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: MergeRepairDto): Promise<RepairRequest> {
    const { request, act, other: survivor } = await this.requests.lockPairForAct(tx, command, id, input.into, input);
    if (!survivor || survivor.id === id || survivor.siteId !== request.siteId) throw ticketErrors.mergeTargetUnknown();
    const { state: from, number } = request;
    const state = stateAfter(request, 'merge');
    if (!isAtWork(survivor.state)) throw ticketErrors.mergeTargetOver(survivor.number, survivor.state);
    if (promisesLess(survivor.repairClass, request.repairClass)) throw ticketErrors.mergeTargetLessUrgent(request.repairClass, survivor);
    // What is merged into it would be two steps away from the work.
    const doubles = await this.requests.countDoubles(tx, request);
    if (doubles > 0) throw ticketErrors.hasDoubles(doubles);
    const into = { id: survivor.id, number: survivor.number };
    const merged = { state, mergedInto: into.id, mergedIntoNumber: into.number, mergedFrom: from };
    this.requests.advance(tx, request, act, { kind: 'merged', into, from, reason: input.reason ?? null }, merged);
    this.requests.advance(tx, survivor, notBefore(act, survivor), { kind: 'double-joined', double: { id, number }, mergeVersion: request.version });
    await this.clocks.cancel(tx, request, act.happenedAt);
    return request;
  }
}
