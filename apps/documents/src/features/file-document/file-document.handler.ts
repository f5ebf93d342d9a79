import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { isRead } from '../../domain/circulation';
import { documentErrors } from '../../domain/errors';
import { concludedAt, obstaclesToFiling } from '../../domain/filing';
import { Circulations } from '../../persistence/circulations';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import { Registers } from '../../persistence/registers';

/** It is filed (归档) when everybody has read it and its sender was answered where that was due. */
@Injectable()
export class FileDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
    private readonly registers: Registers,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, notYetToFile (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'file', input);
    const circulation = await this.circulations.now(tx, document);
    const toFile = { ...document, read: !circulation || isRead(circulation), lastReadAt: await this.circulations.lastReadAt(tx, id) };
    const missing = obstaclesToFiling(toFile);
    if (missing.length > 0) throw documentErrors.notYetToFile(missing);
    const register = await this.registers.numberOf(tx, id);
    const event = { kind: 'filed' as const, register, concludedAt: concludedAt(toFile, act.happenedAt) };
    this.documents.advance(tx, document, act, event, { state, filedAt: act.happenedAt });
    await this.clocks.ended(tx, document, act.happenedAt);
    return document;
  }
}
