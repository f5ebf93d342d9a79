import { Injectable } from '@nestjs/common';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { openPromises } from '../../domain/repair-promises';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { PlanRepairDto } from './plan-repair.dto';

/** Says by when the work is to be done: public and complex repairs are promised a plan (service targets, P3). */
@Injectable()
export class PlanRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws unknown (404), plannedInThePast (400), nothingToPlan (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: PlanRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    const { plannedFor, note = null } = input;
    if (!openPromises(request.state).includes('plan')) throw ticketErrors.nothingToPlan(request.state);
    if (!liesAhead(plannedFor, act.happenedAt)) throw ticketErrors.plannedInThePast();
    this.requests.advance(tx, request, act, { kind: 'planned', plannedFor, note }, { plannedFor });
    await this.clocks.plan(tx, request, act.happenedAt);
    return request;
  }
}
