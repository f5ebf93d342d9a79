import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Registers } from '../../persistence/registers';
import { Seals } from '../../persistence/seals';
import type { EndOutgoingDto } from '../end-outgoing.dto';

/** It does not go out: its number stays in the register with the reason, and is never given again. */
@Injectable()
export class VoidOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly registers: Registers,
    private readonly seals: Seals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: EndOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'void', input);
    this.documents.advance(tx, document, act, { kind: 'voided' }, { state, endedReason: reason });
    this.registers.void(tx, id, reason);
    this.seals.withdraw(tx, id, act.happenedAt);
    await this.clocks.stopped(tx, document, act.happenedAt);
    return document;
  }
}
