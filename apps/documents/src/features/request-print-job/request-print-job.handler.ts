import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import { datedNumber, type Confidentiality } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { liesAhead, newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { printJobErrors } from '../../domain/print-job-errors';
import { beginsWith } from '../../domain/print-jobs';
import { heldConfidentiality } from '../../persistence/confidential-jobs';
import { PrintJobClocks } from '../../persistence/print-job-clocks';
import { PrintJob } from '../../persistence/print-job.entity';
import { PrintJobs } from '../../persistence/print-jobs';
import { ReadDocuments } from '../../persistence/read-documents';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import type { RequestPrintJobDto } from './request-print-job.dto';

/** What is looked up before the transaction. */
export interface PreparedPrintJob {
  id: string;
  rules: RuleBook;
  /** Of the document that is to be printed. */
  confidentiality: Confidentiality;
}

/** Somebody of the staff wants something drafted, printed, copied or bound (R2.2). */
@Injectable()
export class RequestPrintJobHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly incoming: ReadDocuments,
    private readonly outgoing: ReadOutgoing,
    private readonly jobs: PrintJobs,
    private readonly clocks: PrintJobClocks,
  ) {}

  /** @throws nothingToPrint, printedDocumentUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { siteId, work, documentId, instructions, attachmentIds = [] }: RequestPrintJobDto): Promise<PreparedPrintJob> {
    const begin = { files: attachmentIds.length, document: documentId !== undefined, words: instructions !== undefined };
    if (!beginsWith(work, begin)) throw printJobErrors.nothingToPrint();
    const document = documentId === undefined ? undefined : ((await this.incoming.one(principal, documentId)) ?? (await this.outgoing.one(principal, documentId)));
    if (documentId !== undefined && document?.siteId !== siteId) throw printJobErrors.printedDocumentUnknown();
    const id = newId();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'print-job', id });
    return { id, rules: await this.clocks.book(), confidentiality: document?.confidentiality ?? 'open' };
  }

  /** @throws roleMayNot (403), printDateImpossible, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: RequestPrintJobDto, { id, rules, confidentiality }: PreparedPrintJob): Promise<PrintJob> {
    const { siteId, work, title, forWhom, copies, sides = 'one', binding = 'none', confidential = false, documentId = null, instructions = null, attachmentIds = [], dueAt } = input;
    const act = actOf(tx, command, siteId, input);
    if (!liesAhead(dueAt, tx.now)) throw printJobErrors.printDateImpossible();
    const known = (documentId !== null && (await heldConfidentiality(tx, documentId))) || confidentiality;
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('print_job_number') AS n`);
    const number = datedNumber('Y', tx.now, row!.n);
    const searched = searchText(number, title, forWhom);
    const job = Object.assign(new PrintJob(), {
      id,
      number,
      siteId,
      version: 1,
      state: 'requested' as const,
      work,
      title,
      forWhom,
      copies,
      sides,
      binding,
      confidentiality: confidential ? ('confidential' as const) : known,
      attachmentIds,
      documentId,
      instructions,
      draftIds: [],
      draftedDocumentId: null,
      dueAt,
      requestedBy: act.actor.personId,
      takenBy: null,
      doneAt: null,
      returnedReason: null,
      searchText: searched,
      searchWords: searchWords(searched),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies PrintJob);
    this.jobs.insert(tx, job, act);
    await this.clocks.requested(tx, rules, job, act.happenedAt);
    return job;
  }
}
