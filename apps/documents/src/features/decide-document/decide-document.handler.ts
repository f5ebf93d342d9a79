import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { assertColleague } from '../../persistence/colleagues';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { DecideDocumentDto } from './decide-document.dto';

/** A leader decides (批示): who acts on it and by when, or that it is for reading. Never who proposed it (G1). */
@Injectable()
export class DecideDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), ownProposal (403), documentMoveIllegal (409), staffUnknown, decisionDateImpossible (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { decision, actingPersonId, dueAt, answerBy, answerNeeded, ...input }: DecideDocumentDto): Promise<IncomingDocument> {
    const move = actingPersonId === undefined ? 'decide-for-reading' : 'decide';
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, move, input);
    const proposer: Actor = { personId: document.proposedBy!, role: 'clerk', ...(document.proposedFor !== null && { forPersonId: document.proposedFor }) };
    if (!isSomebodyElse(act.actor, proposer)) throw documentErrors.ownProposal();
    if (dueAt && !liesAhead(dueAt, tx.now)) throw documentErrors.decisionDateImpossible('/dueAt');
    if (answerBy && !liesAhead(answerBy, tx.now)) throw documentErrors.decisionDateImpossible('/answerBy');
    if (actingPersonId !== undefined) await assertColleague(tx, actingPersonId, document.siteId, '/actingPersonId');
    const decided = { decision, decidedBy: act.actor.personId, actingPersonId: actingPersonId ?? null, answerNeeded: answerNeeded ?? answerBy !== undefined };
    Object.assign(document, decided);
    await this.clocks.decided(tx, document, act.happenedAt, { act: dueAt, answer: answerBy });
    this.documents.advance(tx, document, act, { kind: 'decided' }, { state, ...(actingPersonId === undefined && { actedAt: act.happenedAt }) });
    for (const personId of [act.actor.personId, ...(actingPersonId === undefined ? [] : [actingPersonId])]) this.documents.name(tx, document, personId);
    return document;
  }
}
