import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Registers } from '../../persistence/registers';
import type { NumberOutgoingDto } from './number-outgoing.dto';

/** It has its number and stands in the register (编号登记). One that was signed anew keeps the number it has. */
@Injectable()
export class NumberOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly registers: Registers,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal, numberKept (409), registerUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { registerId, ...input }: NumberOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'number', input);
    if (document.number !== null) {
      if (registerId !== undefined && registerId !== document.registerId) throw outgoingErrors.numberKept(document.number);
      const register = await this.registers.numberOf(tx, id);
      this.documents.advance(tx, document, act, { kind: 'numbered', register }, { state });
      return document;
    }
    // Last of what may be waited for: whoever numbers meanwhile waits for this transaction to end.
    const { number, ...register } = await this.registers.next(tx, act, { documentId: id, siteId: document.siteId, direction: 'outgoing', registerId });
    const changes = { state, number, registerId: register.registerId, numberedAt: act.happenedAt };
    this.documents.advance(tx, document, act, { kind: 'numbered', register }, changes);
    return document;
  }
}
