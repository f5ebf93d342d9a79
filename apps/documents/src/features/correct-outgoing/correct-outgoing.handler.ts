import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { attendanceFits } from '../../domain/attendance';
import { onceEach } from '../../domain/copies';
import { assertNamedOnce, outgoingErrors, outgoingStateAfter } from '../../domain/outgoing-errors';
import { saysTheSame } from '../../domain/outgoing-substance';
import { differencesOf, type TextDifference } from '../../domain/text-differences';
import { withAuthor } from '../../persistence/authors';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { OutgoingTexts, textHashOf } from '../../persistence/outgoing-texts';
import { Seals } from '../../persistence/seals';
import { signersAgain } from '../../persistence/signers';
import { attendanceOf } from '../attendance.dto';
import type { CorrectOutgoingDto } from './correct-outgoing.dto';

export interface Corrected {
  document: OutgoingDocument;
  substance: boolean;
  differences: TextDifference[];
}

/**
 * What was signed off is changed: its text, who was at the meeting it minutes, or who else has it. What says the same stays signed, under its hash, and
 * what was changed is listed; a change of substance goes back to the signer by itself (W1.2). What was printed of it before does not go out.
 */
@Injectable()
export class CorrectOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly texts: OutgoingTexts,
    private readonly seals: Seals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), attendanceUnfit, recipientTwice, textUnchanged (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { title, body, copiesTo, attendance, reason, ...input }: CorrectOutgoingDto): Promise<Corrected> {
    const { document, act } = await this.documents.lockForAct(tx, command, id, input);
    const before = (await this.texts.one(tx, id, document.textVersion))!;
    const was = { title: before.title, body: before.body, attendance: document.attendance, copiesTo: document.copiesTo };
    const said = {
      title: title ?? was.title,
      body: body ?? was.body,
      attendance: attendanceOf({ attendance }) ?? was.attendance,
      copiesTo: copiesTo ?? was.copiesTo,
    };
    const substance = !saysTheSame(was, said);
    const textHash = substance ? textHashOf(said) : document.textHash;
    const state = outgoingStateAfter(document, substance ? 'change-substance' : 'correct');
    if (!attendanceFits(document.kind, said.attendance)) throw outgoingErrors.attendanceUnfit();
    // Of recipients that were doubled before that was refused nothing can be changed here.
    if (copiesTo) assertNamedOnce({ recipients: onceEach(document.recipients), copiesTo });
    const differences = differencesOf({ ...was, beside: was }, { ...said, beside: said });
    if (differences.length === 0) throw outgoingErrors.textUnchanged();
    const textVersion = document.textVersion + 1;
    this.texts.add(tx, id, act, said, { n: textVersion, change: substance ? 'substance' : 'typography', textHash, reason });
    const rewritten = { authorIds: withAuthor(document.authorIds, act.actor), signings: document.signings + 1 };
    const printedAnew = { copies: 0, pages: null, countedPages: null, pagesReason: null };
    const changes = { state, title: said.title, attendance: said.attendance, copiesTo: said.copiesTo, textVersion, textHash, ...printedAnew, ...(substance && rewritten) };
    Object.assign(document, changes);
    const signerIds = substance ? await signersAgain(tx, document) : [];
    this.documents.advance(tx, document, act, { kind: 'corrected', substance, differences: differences.length, signerIds });
    this.seals.withdraw(tx, id, act.happenedAt);
    if (substance) await this.clocks.toSign(tx, document, act.happenedAt);
    return { document, substance, differences };
  }
}
