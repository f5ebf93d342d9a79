import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { StandardAnswer } from '../../persistence/standard-answer.entity';
import { StandardAnswers } from '../../persistence/standard-answers';
import { textsIn } from '../answer-texts.dto';
import type { WriteStandardAnswerDto } from './write-standard-answer.dto';

/** A question that is asked often gets an answer that is written once (R3.1). */
@Injectable()
export class WriteStandardAnswerHandler {
  constructor(private readonly answers: StandardAnswers) {}

  /** @throws roleMayNot (403), the errors of G2 (400) */
  execute(tx: Transaction, command: CommandContext, input: WriteStandardAnswerDto): StandardAnswer {
    const act = actOf(tx, command, input.siteId, input);
    const answer = new StandardAnswer();
    Object.assign(answer, { id: newId(), siteId: input.siteId, version: 0, retired: false, lastHappenedAt: act.happenedAt, recordedAt: tx.now });
    this.answers.write(tx, answer, act, textsIn(input));
    return answer;
  }
}
