import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { CommentRepairDto } from './comment-repair.dto';

/** A comment is possible in every state: one after closing must reach somebody, too. */
@Injectable()
export class CommentRepairHandler {
  constructor(private readonly requests: RepairRequests) {}

  /** @throws unknown (404), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CommentRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    this.requests.advance(tx, request, act, { kind: 'commented', comment: input.comment });
    return request;
  }
}
