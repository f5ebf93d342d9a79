import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { Circulations } from '../../persistence/circulations';
import { assertColleague } from '../../persistence/colleagues';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { AssignDocumentDto } from './assign-document.dto';

/** Somebody else acts on it (改派), by the same date; who did before has no part in it any more. */
@Injectable()
export class AssignDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, ownSupervision (409), staffUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { actingPersonId, ...input }: AssignDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'assign', input);
    const formerPersonId = document.actingPersonId!;
    if (actingPersonId === formerPersonId) return document;
    if (actingPersonId === document.supervisedBy) throw documentErrors.ownSupervision();
    await assertColleague(tx, actingPersonId, document.siteId, '/actingPersonId');
    this.documents.advance(tx, document, act, { kind: 'assigned', formerPersonId }, { state, actingPersonId });
    this.documents.name(tx, document, actingPersonId);
    if (!(await this.circulations.partOf(tx, id, [formerPersonId])).has(formerPersonId)) this.documents.unname(tx, document, formerPersonId);
    return document;
  }
}
