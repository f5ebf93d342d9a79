import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { copyErrors } from '../../domain/copy-errors';
import { isImportant } from '../../domain/importance';
import { loanErrors } from '../../domain/loan-errors';
import { holdsMarkable, type FileSizes } from '../../marks/markable-held';
import { copied, Copies, type CopiedRecord } from '../../persistence/copies';
import { recordToLend } from '../../persistence/lent-records';
import { RecordCopy } from '../../persistence/record-copy.entity';
import type { AskCopyDto } from './ask-copy.dto';

/** Somebody who may know of a record asks for copies: for whom, what for, how many (W4.3). */
@Injectable()
export class AskCopyHandler {
  constructor(private readonly copies: Copies) {}

  /** @param sizes of the files of the record @throws loanRecordUnknown, officialIncomplete, nothingToCopy, the errors of G2 (400), roleMayNot (403) */
  async execute(tx: Transaction, command: CommandContext, { recordId, forWhom, purpose, copies, letter, officers = [], ...input }: AskCopyDto, sizes: FileSizes): Promise<CopiedRecord> {
    const found = await recordToLend(tx, command.principal, recordId);
    if (!found) throw loanErrors.loanRecordUnknown();
    const { siteId, ...record } = found;
    const act = actOf(tx, command, siteId, input);
    if ((letter === undefined) !== (officers.length === 0)) throw copyErrors.officialIncomplete(letter === undefined ? '/letter' : '/officers');
    // Its paper is copied on a machine.
    if (record.carrier === 'digital' && !(await holdsMarkable(tx, recordId, sizes))) throw copyErrors.nothingToCopy();
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('copy_number') AS n`);
    const number = datedNumber('K', tx.now, row!.n);
    const searched = searchText(number, record.archiveNumber, forWhom, purpose, letter);
    const copy = Object.assign(new RecordCopy(), {
      id: newId(),
      number,
      siteId,
      recordId,
      version: 1,
      state: 'asked' as const,
      askedBy: act.actor.personId,
      askedFor: act.actor.forPersonId ?? null,
      forWhom,
      purpose,
      copies,
      letter: letter ?? null,
      officers,
      important: isImportant(record),
      decidedBy: null,
      refusedReason: null,
      firstCopy: null,
      madeBy: null,
      madeAt: null,
      handedOverAt: null,
      receivedBy: null,
      searchText: searched,
      searchWords: searchWords(searched),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies RecordCopy);
    this.copies.insert(tx, copy, act);
    return copied(copy, record);
  }
}
