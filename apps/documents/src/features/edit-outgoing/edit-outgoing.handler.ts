import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { ClaimedAttachment } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { attendanceFits } from '../../domain/attendance';
import { assertNamedOnce, outgoingErrors, outgoingStateAfter } from '../../domain/outgoing-errors';
import { assertTheirDraft, withAuthor } from '../../persistence/authors';
import { AttachmentNames } from '../../persistence/attachment-names';
import { followAttachments } from '../../persistence/document-texts';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { OutgoingTexts, textHashOf } from '../../persistence/outgoing-texts';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { attendanceOf } from '../attendance.dto';
import type { OutgoingContentDto } from '../draft-outgoing/draft-outgoing.dto';

/** A draft says something else: another version of its text, another author if it was not theirs. */
@Injectable()
export class EditOutgoingHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly names: AttachmentNames,
    private readonly reading: ReadOutgoing,
    private readonly documents: OutgoingDocuments,
    private readonly texts: OutgoingTexts,
  ) {}

  /** What is new among its attachments is claimed. @returns it @throws outgoingUnknown (404), outgoingMoveIllegal (409), attachmentRefused (400) */
  async prepare({ principal, operation }: CommandContext, id: string, { attachmentIds }: OutgoingContentDto): Promise<ClaimedAttachment[]> {
    const document = await this.reading.one(principal, id, operation, 'act');
    if (!document) throw outgoingErrors.outgoingUnknown();
    outgoingStateAfter(document, 'edit');
    return this.attachments.claim(
      attachmentIds?.filter((each) => !document.attachmentIds.includes(each)),
      principal.personId,
      { type: 'outgoing-document', id },
    );
  }

  /** @throws outgoingUnknown (404), notYourDraft (403), attendanceUnfit, recipientTwice (400), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: OutgoingContentDto, claimed: readonly ClaimedAttachment[]): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'edit', input);
    assertTheirDraft(document, act.actor);
    const before = (await this.texts.one(tx, id, document.textVersion))!;
    const { title = before.title, body = before.body, recipients, copiesTo = document.copiesTo, attachmentIds = document.attachmentIds } = input;
    const attendance = attendanceOf(input) ?? document.attendance;
    if (!attendanceFits(document.kind, attendance)) throw outgoingErrors.attendanceUnfit();
    assertNamedOnce({ recipients, copiesTo });
    const said = { title, body, attendance, copiesTo };
    const [textVersion, textHash] = [document.textVersion + 1, textHashOf(said)];
    this.names.keep(tx, claimed);
    this.texts.add(tx, id, act, said, { n: textVersion, change: 'edit', textHash });
    const changes = { state, title, textVersion, textHash, recipients, copiesTo, attendance, attachmentIds, authorIds: withAuthor(document.authorIds, act.actor) };
    this.documents.advance(tx, document, act, { kind: 'edited' }, changes);
    followAttachments(tx, document);
    return document;
  }
}
