import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, type ActFields, type CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { isAtWork } from '../../domain/repair-states';
import { stateAfterRest } from '../../domain/rest';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import { LeaveMerge, standsAlone } from './leave-merge';

/** A merge that was none (撤销并单, G3): the request stands where its work stands, in the same episode; its clocks have run on. */
@Injectable()
export class UnmergeRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
    private readonly leaving: LeaveMerge,
  ) {}

  /** @throws unknown (404), notMerged, mergeTargetOver (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<RepairRequest> {
    const before = await this.requests.mergedInto(tx, id);
    const { request, act, other: survivor } = await this.requests.lockPairForAct(tx, command, id, before ?? id, input);
    const { mergedInto, mergedIntoNumber: number, mergedFrom: from } = request;
    // Somebody was faster: it was merged, undone or merged into another before it was locked.
    if ((before ?? null) !== mergedInto) throw requestErrors.stale();
    if (!mergedInto || !number || !from || survivor?.id !== mergedInto) throw ticketErrors.notMerged(request.state);
    if (!isAtWork(survivor.state)) throw ticketErrors.mergeTargetOver(number, survivor.state);
    const heard = await this.requests.heardAtRest(tx, request);
    const state = stateAfterRest(from, heard);
    this.requests.advance(tx, request, act, { kind: 'unmerged', from: { id: mergedInto, number } }, { state, ...standsAlone });
    this.leaving.execute(tx, survivor, act, request, 'undone');
    await this.clocks.restore(tx, request, heard);
    return request;
  }
}
