import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type CommandContext } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { afterMove, namesOf, type EscalationMove } from '../../domain/escalation-states';
import { Escalations, type Escalation } from '../../persistence/escalations';
import type { AcknowledgeEscalationDto } from './answer-escalation.dto';

/** Somebody to whom a thing was escalated has seen it, or says what they did: it stands on the timeline of the thing. */
@Injectable()
export class AnswerEscalationHandler {
  constructor(
    private readonly escalations: Escalations,
    private readonly ledger: Ledger,
  ) {}

  /** @throws escalationUnknown (404), escalationAnswered (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, move: EscalationMove, input: AcknowledgeEscalationDto): Promise<Escalation> {
    const escalation = await this.escalations.lockOwn(tx, command.principal.personId, id);
    if (!escalation) throw notificationErrors.escalationUnknown();
    assertFresh(command, escalation.version);
    const state = afterMove(escalation.state, move);
    if (!state) throw notificationErrors.escalationAnswered(namesOf(escalation.state, move));
    const { actor, happenedAt, lateReason } = actOf(tx, command, escalation.siteId, input, escalation.lastHappenedAt);
    const note = input.note ?? null;
    const times = move === 'act' ? { actedAt: happenedAt } : { acknowledgedAt: happenedAt };
    const answered: Escalation = { ...escalation, ...times, state, version: escalation.version + 1, note: note ?? escalation.note, lastHappenedAt: happenedAt };
    this.escalations.save(tx, answered);
    const { objectType, objectId, deadlineId, promise, level } = escalation;
    this.ledger.append(tx, {
      type: 'notifications.escalation-answered.v1',
      aggregateId: id,
      aggregateVersion: answered.version,
      siteId: escalation.siteId,
      happenedAt,
      actor: { ...actor, ...(escalation.forPersonId && { forPersonId: escalation.forPersonId }) },
      data: { objectType, objectId, deadlineId, promise, level, answer: move === 'act' ? 'acted' : 'acknowledged', note, ...(lateReason !== undefined && { lateReason }) },
    });
    return answered;
  }
}
