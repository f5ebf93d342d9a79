import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { isOffice } from '../../domain/office';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { AnswerDocumentDto } from './answer-document.dto';

/** Its sender has an answer where one was due: from who acts on it, or from the office. */
@Injectable()
export class AnswerDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), notActingPerson (403), documentMoveIllegal, noAnswerNeeded (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, answer, ...input }: AnswerDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'answer', input);
    if (!isOffice(act.actor) && command.principal.personId !== document.actingPersonId) throw documentErrors.notActingPerson();
    if (!document.answerNeeded || document.answeredAt !== null) throw documentErrors.noAnswerNeeded();
    this.documents.advance(tx, document, act, { kind: 'answered' }, { state, answer, answeredHow: how, answeredAt: act.happenedAt });
    await this.clocks.answered(tx, document, act.happenedAt);
    return document;
  }
}
