import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../domain/errors';
import { findBy } from '../domain/find-by';
import { change, lockForAct } from './locked';
import { StandardAnswer } from './standard-answer.entity';

/** What a standard answer says. */
export interface AnswerTexts {
  titleZh: string;
  titleEn: string | null;
  textZh: string;
  textEn: string | null;
}

export const standardAnswerKind = { entity: StandardAnswer, table: 'standard_answer', unknown: receptionErrors.standardAnswerMissing } as const;

/** Standard answers as they are written: the row, the version and the event, always together. */
@Injectable()
export class StandardAnswers {
  constructor(private readonly ledger: Ledger) {}

  write(tx: Transaction, answer: StandardAnswer, act: Act, texts: AnswerTexts): void {
    const version = answer.version + 1;
    const { titleZh, titleEn, textZh, textEn } = texts;
    change(tx, answer, act, { ...texts, ...findBy(titleZh, titleEn, textZh, textEn), textVersion: version });
    tx.send(
      `INSERT INTO standard_answer_version (answer_id, version, title_zh, title_en, text_zh, text_en, written_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [answer.id, version, titleZh, titleEn, textZh, textEn, act.actor.personId, tx.now],
    );
    this.append(tx, answer, act, 'reception.standard-answer-written.v1');
  }

  retire(tx: Transaction, answer: StandardAnswer, act: Act): void {
    change(tx, answer, act, { retired: true });
    this.append(tx, answer, act, 'reception.standard-answer-retired.v1');
  }

  /** @throws standardAnswerMissing (404), stale (412) */
  async lock(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ answer: StandardAnswer; act: Act }> {
    const { thing: answer, act } = await lockForAct(tx, command, standardAnswerKind, id, input);
    return { answer, act };
  }

  private append(tx: Transaction, answer: StandardAnswer, act: Act, type: 'reception.standard-answer-written.v1' | 'reception.standard-answer-retired.v1'): void {
    const { id, version, siteId } = answer;
    this.ledger.append(tx, {
      type,
      aggregateId: id,
      aggregateVersion: version,
      siteId,
      happenedAt: act.happenedAt,
      actor: act.actor,
      data: { standardAnswerId: id, ...(act.lateReason !== undefined && { lateReason: act.lateReason }) },
    });
  }
}
