import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isOurs } from '../../domain/branch';
import { complaintErrors, promiseError, stateAfter } from '../../domain/errors';
import { promiseRefusal } from '../../domain/promise';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import { unlawfulFields } from '../unlawful.dto';
import type { BeginHandlingDto } from './begin-handling.dto';

/** What is ours is apologised for, with a date that is promised; what is unlawful of it is stopped, recorded and reported (W2.3). */
@Injectable()
export class BeginHandlingHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
  ) {}

  /**
   * @throws unknown (404), notTheHandler (403), branchWrong, complaintMoveIllegal (409), branchIncomplete, promiseImpossible,
   *   reportedAhead (400), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, input: BeginHandlingDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'begin-handling');
    if (!isOurs(complaint.decision)) throw complaintErrors.branchWrong();
    const { apology = null, promisedAt = null, explanation = null, unlawful } = input;
    const refusal = promisedAt && promiseRefusal(promisedAt, complaint, tx.now);
    if (refusal) throw promiseError(refusal);
    this.complaints.advance(tx, complaint, act, { kind: 'handling-begun' }, { state, apology, promisedAt, explanation, ...unlawfulFields(unlawful, tx.now) });
    await this.clocks.keep(tx, complaint, act, 'handling-begun');
    // There is a date: `advance` refuses without. One that is late by now stays late, whenever the promise was made.
    await this.clocks.agree(tx, complaint, complaint.promisedAt!, tx.now);
    await this.complainants.tell(tx, complaint, 'complaint-promised', act);
    return complaint;
  }
}
