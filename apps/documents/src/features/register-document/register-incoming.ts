import { Injectable } from '@nestjs/common';
import type { RuleBook } from '@property-office/deadlines';
import { takeRandom } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { DocumentClocks } from '../../persistence/document-clocks';
import { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments, searchedBy } from '../../persistence/incoming-documents';
import { Originals } from '../../persistence/originals';
import { Registers } from '../../persistence/registers';
import type { DocumentFieldsDto } from './register-document.dto';

/** A document to be registered, from wherever it comes. */
export interface NewDocument {
  id: string;
  siteId: string;
  title: string;
  sender: string;
  mailId: string | null;
  paper: boolean;
  receivedAt: Date;
  attachmentIds: string[];
  fields: Omit<DocumentFieldsDto, 'happenedAt' | 'lateReason'>;
  rules: RuleBook;
}

/** Gives a document its number and begins its way through the office (W1.1). */
@Injectable()
export class RegisterIncoming {
  constructor(
    private readonly registers: Registers,
    private readonly documents: IncomingDocuments,
    private readonly originals: Originals,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws registerUnknown, documentDateAhead (400) */
  async execute(tx: Transaction, act: Act, { id, siteId, title, sender, mailId, paper, receivedAt, attachmentIds, fields, rules }: NewDocument): Promise<IncomingDocument> {
    if (fields.documentDate && fields.documentDate > tx.now) throw documentErrors.documentDateAhead();
    // Last of what may be waited for: whoever registers meanwhile waits for this transaction to end.
    const given = await this.registers.next(tx, act, { documentId: id, siteId, direction: 'incoming', registerId: fields.registerId });
    const { theirNumber = null, documentDate = null, copies = 1, pages = null, urgency = 'ordinary', confidentiality = 'open' } = fields;
    const document = Object.assign(new IncomingDocument(), {
      id,
      number: given.number,
      siteId,
      version: 1,
      state: 'registered' as const,
      registerId: given.registerId,
      mailId,
      title,
      sender,
      theirNumber,
      documentDate,
      copies,
      pages,
      urgency,
      confidentiality,
      paper,
      attachmentIds,
      receivedAt,
      registeredBy: act.actor.personId,
      ...nothingYet,
      slipToken: takeRandom(16).toString('base64url'),
      ...searchedBy({ number: given.number, title, sender, theirNumber }),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies IncomingDocument);
    this.documents.insert(tx, document, act, given);
    if (paper) this.originals.begin(tx, id, document.registeredBy, act.happenedAt);
    this.clocks.registered(tx, rules, document, act.happenedAt);
    return document;
  }
}

/** What only the steps that follow fill in. */
const nothingYet = {
  sentBackReason: null,
  proposal: null,
  proposedBy: null,
  proposedFor: null,
  decision: null,
  decidedBy: null,
  actingPersonId: null,
  dueAt: null,
  answerNeeded: false,
  result: null,
  actedAt: null,
  supervisedBy: null,
  reminders: 0,
  circulation: 0,
  ordered: false,
  turns: 0,
  answer: null,
  answeredHow: null,
  answeredAt: null,
  filedAt: null,
  voidReason: null,
  scans: 0,
} as const;
