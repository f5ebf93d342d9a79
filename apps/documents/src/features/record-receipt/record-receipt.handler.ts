import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { RecordReceiptDto } from './record-receipt.dto';

/** A recipient has its copies, and who signed for them (签收); or it will not say so, and why. Once for each. */
@Injectable()
export class RecordReceiptHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly copies: OutgoingCopies,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal, receiptKept (409), outgoingDeliveryUnknown, receiptUnclear (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { delivery, receivedBy, missingReason, ...input }: RecordReceiptDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'record-receipt', input);
    if ((receivedBy === undefined) === (missingReason === undefined)) throw outgoingErrors.receiptUnclear();
    const deliveries = await this.copies.deliveries(tx, id);
    const sent = deliveries.find(({ n }) => n === delivery);
    if (!sent) throw outgoingErrors.outgoingDeliveryUnknown();
    if (sent.settledAt !== null) throw outgoingErrors.receiptKept();
    this.copies.settle(tx, id, delivery, { receivedBy: receivedBy ?? null, missingReason: missingReason ?? null, at: act.happenedAt });
    const outstanding = deliveries.filter(({ n, settledAt }) => n !== delivery && settledAt === null).length;
    this.documents.advance(tx, document, act, { kind: 'receipt-recorded', delivery, received: receivedBy !== undefined, outstanding }, { state });
    if (outstanding === 0) await this.clocks.received(tx, document, act.happenedAt);
    return document;
  }
}
