import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors, outgoingStateAfter } from '../../domain/outgoing-errors';
import { differencesOf, type TextDifference } from '../../domain/text-differences';
import { withAuthor } from '../../persistence/authors';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { OutgoingTexts, textHashOf } from '../../persistence/outgoing-texts';
import { Seals } from '../../persistence/seals';
import { signersAgain } from '../../persistence/signers';
import type { CorrectOutgoingDto } from './correct-outgoing.dto';

export interface Corrected {
  document: OutgoingDocument;
  substance: boolean;
  differences: TextDifference[];
}

/**
 * The text is changed after it was signed off. What says the same by its hash stays signed, what was changed is listed; a
 * change of substance goes back to the signer by itself (W1.2). What was printed of the text before does not go out.
 */
@Injectable()
export class CorrectOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly texts: OutgoingTexts,
    private readonly seals: Seals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), textUnchanged (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { title, body, reason, ...input }: CorrectOutgoingDto): Promise<Corrected> {
    const { document, act } = await this.documents.lockForAct(tx, command, id, input);
    const before = (await this.texts.one(tx, id, document.textVersion))!;
    const text = { title: title ?? before.title, body: body ?? before.body };
    const textHash = textHashOf(text);
    const substance = textHash !== document.textHash;
    const state = outgoingStateAfter(document, substance ? 'change-substance' : 'correct');
    const differences = differencesOf(before, text);
    if (differences.length === 0) throw outgoingErrors.textUnchanged();
    const textVersion = document.textVersion + 1;
    this.texts.add(tx, id, act, text, { n: textVersion, change: substance ? 'substance' : 'typography', reason });
    const rewritten = { authorIds: withAuthor(document.authorIds, act.actor), signings: document.signings + 1 };
    const changes = { state, title: text.title, textVersion, textHash, copies: 0, pages: null, countedPages: null, pagesReason: null, ...(substance && rewritten) };
    Object.assign(document, changes);
    const signerIds = substance ? await signersAgain(tx, document) : [];
    this.documents.advance(tx, document, act, { kind: 'corrected', substance, differences: differences.length, signerIds });
    this.seals.withdraw(tx, id, act.happenedAt);
    if (substance) await this.clocks.toSign(tx, document, act.happenedAt);
    return { document, substance, differences };
  }
}
