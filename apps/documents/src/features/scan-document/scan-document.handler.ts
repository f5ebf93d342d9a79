import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import { Originals } from '../../persistence/originals';
import { ReadDocuments } from '../../persistence/read-documents';
import type { ScanDocumentDto } from './scan-document.dto';

export interface Scanned {
  document: IncomingDocument;
  holderId: string | null;
}

/** Where is this paper: each scan of its slip is a receipt, by which whoever took the original has it. */
@Injectable()
export class ScanDocumentHandler {
  constructor(
    private readonly read: ReadDocuments,
    private readonly documents: IncomingDocuments,
    private readonly originals: Originals,
  ) {}

  /** @throws documentUnknown (404), as for one that is not theirs to see */
  async prepare(token: string): Promise<string> {
    const id = await this.read.bySlip(token);
    if (id === undefined) throw documentErrors.documentUnknown();
    return id;
  }

  /** @throws documentUnknown (404), noOriginal (409), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, { place, took, ...input }: Omit<ScanDocumentDto, 'token'>): Promise<Scanned> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'scan', input);
    const takes = took ?? document.paper;
    if (takes && !document.paper) throw documentErrors.noOriginal();
    const { personId } = act.actor;
    const n = document.scans + 1;
    this.documents.advance(tx, document, act, { kind: 'scanned', holderId: takes ? personId : null }, { state, scans: n });
    this.originals.keepScan(tx, id, { n, personId, place: place ?? null, took: takes, happenedAt: act.happenedAt });
    const before = await this.originals.holder(tx, id);
    if (takes && before !== personId) this.originals.passOn(tx, id, personId, act.happenedAt);
    return { document, holderId: takes ? personId : before };
  }
}
