import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import type { StandardAnswer } from '../../persistence/standard-answer.entity';
import { StandardAnswers } from '../../persistence/standard-answers';

/** It is not offered any more; what was answered with it stays. */
@Injectable()
export class RetireStandardAnswerHandler {
  constructor(private readonly answers: StandardAnswers) {}

  /** @throws standardAnswerMissing (404), standardAnswerRetired (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<StandardAnswer> {
    const { answer, act } = await this.answers.lock(tx, command, id, input);
    if (answer.retired) throw receptionErrors.standardAnswerRetired();
    this.answers.retire(tx, answer, act);
    return answer;
  }
}
