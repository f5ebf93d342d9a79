import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { deliveryFault, goesTo, sharesOf } from '../../domain/copies';
import { outgoingErrors, outgoingStateAfter } from '../../domain/outgoing-errors';
import { bearsSeal } from '../../domain/outgoing-states';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Seals } from '../../persistence/seals';
import type { ReleaseOutgoingDto } from './release-outgoing.dto';

/** Its copies go out (发出), to each of those it goes to; each is to confirm them. */
@Injectable()
export class ReleaseOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly copies: OutgoingCopies,
    private readonly seals: Seals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), deliveriesUnfit (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { deliveries: given, ...input }: ReleaseOutgoingDto): Promise<OutgoingDocument> {
    const { document, act } = await this.documents.lockForAct(tx, command, id, input);
    const { copies: printed, sealedCopies, confidentiality } = document;
    const sealed = bearsSeal(document.kind);
    const state = outgoingStateAfter(document, sealed ? 'release' : 'release-unsealed');
    const deliveries = given.map(({ shares = [], ...each }) => ({ ...each, shares }));
    const fault = deliveryFault(deliveries, goesTo(document), sealed ? sealedCopies : printed, confidentiality === 'confidential' ? await this.numbers(tx, document) : null);
    if (fault) throw outgoingErrors.deliveriesUnfit(fault);
    this.copies.deliver(tx, id, deliveries);
    const said = deliveries.map(({ copies }, i) => ({ delivery: i + 1, copies }));
    this.documents.advance(tx, document, act, { kind: 'released', deliveries: said }, { state, releasedAt: act.happenedAt });
    await this.clocks.released(tx, document, act.happenedAt);
    return document;
  }

  /** The numbers that were sealed; of minutes, and of what was sealed before that was asked, all that were printed. */
  private async numbers(tx: Transaction, { id, textVersion }: OutgoingDocument): Promise<readonly number[]> {
    const shares = (await this.seals.approved(tx, id))?.usedShares;
    return shares ?? sharesOf((await this.copies.prints(tx, id)).filter((print) => print.textVersion === textVersion));
  }
}
