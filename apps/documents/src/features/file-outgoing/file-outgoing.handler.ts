import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Registers } from '../../persistence/registers';

/** It is filed (归档) when each of its recipients has confirmed it, or it is known why not. */
@Injectable()
export class FileOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly copies: OutgoingCopies,
    private readonly registers: Registers,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal, receiptsOutstanding (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'file', input);
    const missing = (await this.copies.deliveries(tx, id)).filter(({ settledAt }) => settledAt === null);
    if (missing.length > 0) throw outgoingErrors.receiptsOutstanding(missing.map(({ recipient }) => recipient));
    const register = await this.registers.numberOf(tx, id);
    this.documents.advance(tx, document, act, { kind: 'filed', register }, { state, filedAt: act.happenedAt });
    return document;
  }
}
