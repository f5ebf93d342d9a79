import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { requiredMatch, type CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import type { StandardAnswer } from '../../persistence/standard-answer.entity';
import { StandardAnswers } from '../../persistence/standard-answers';
import { textsIn, type AnswerTextsDto } from '../answer-texts.dto';

/** Better words make a new version; contacts keep the one their callers were told. */
@Injectable()
export class ImproveStandardAnswerHandler {
  constructor(private readonly answers: StandardAnswers) {}

  /** @throws standardAnswerMissing (404), standardAnswerRetired (409), stale (412), matchRequired (428) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AnswerTextsDto): Promise<StandardAnswer> {
    requiredMatch(command);
    const { answer, act } = await this.answers.lock(tx, command, id, input);
    if (answer.retired) throw receptionErrors.standardAnswerRetired();
    this.answers.write(tx, answer, act, textsIn(input));
    return answer;
  }
}
