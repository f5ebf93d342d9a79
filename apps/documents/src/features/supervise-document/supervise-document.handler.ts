import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { Circulations } from '../../persistence/circulations';
import { assertColleague } from '../../persistence/colleagues';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { SuperviseDocumentDto } from './supervise-document.dto';

/** Somebody watches over it (督办): they hear whatever who acts on it hears. Never the same person. */
@Injectable()
export class SuperviseDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, ownSupervision (409), staffUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { supervisorId, ...input }: SuperviseDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'supervise', input);
    if (supervisorId === document.actingPersonId) throw documentErrors.ownSupervision();
    await assertColleague(tx, supervisorId, document.siteId, '/supervisorId');
    const { supervisedBy: before } = document;
    this.documents.advance(tx, document, act, { kind: 'supervised' }, { state, supervisedBy: supervisorId });
    this.documents.name(tx, document, supervisorId);
    if (before !== null && !(await this.circulations.partOf(tx, id, [before])).has(before)) this.documents.unname(tx, document, before);
    return document;
  }
}
