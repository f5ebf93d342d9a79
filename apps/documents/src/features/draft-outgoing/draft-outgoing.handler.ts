import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import { AttachmentClaims } from '@property-office/backbone';
import { datedNumber, type ClaimedAttachment } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { attendanceFits } from '../../domain/attendance';
import { assertNamedOnce, outgoingErrors } from '../../domain/outgoing-errors';
import { AttachmentNames } from '../../persistence/attachment-names';
import { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments, searchedBy } from '../../persistence/outgoing-documents';
import { OutgoingTemplates } from '../../persistence/outgoing-templates';
import { OutgoingTexts, textHashOf } from '../../persistence/outgoing-texts';
import { attendanceOf } from '../attendance.dto';
import type { DraftOutgoingDto } from './draft-outgoing.dto';

export interface PreparedDraft {
  id: string;
  claimed: ClaimedAttachment[];
}

/** A document is begun with the template of its kind (拟稿, W1.2). */
@Injectable()
export class DraftOutgoingHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly names: AttachmentNames,
    private readonly documents: OutgoingDocuments,
    private readonly texts: OutgoingTexts,
    private readonly templates: OutgoingTemplates,
  ) {}

  /** @returns its id, and what will be attached to it @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { attachmentIds }: DraftOutgoingDto): Promise<PreparedDraft> {
    const id = newId();
    return { id, claimed: await this.attachments.claim(attachmentIds, principal.personId, { type: 'outgoing-document', id }) };
  }

  /** @throws roleMayNot (403), attendanceUnfit, recipientTwice, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: DraftOutgoingDto, { id, claimed }: PreparedDraft): Promise<OutgoingDocument> {
    const { siteId, kind, recipients, copiesTo = [], attachmentIds = [], urgency = 'ordinary', confidentiality = 'open' } = input;
    const attendance = attendanceOf(input);
    if (!attendanceFits(kind, attendance)) throw outgoingErrors.attendanceUnfit();
    assertNamedOnce({ recipients, copiesTo });
    const act = actOf(tx, command, siteId, input);
    const template = await this.templates.effective(tx, siteId, kind);
    const said = { title: input.title ?? template.title, body: input.body ?? template.body, attendance, copiesTo };
    const textHash = textHashOf(said);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('draft_number') AS n`);
    const named = { draftNumber: datedNumber('F', tx.now, row!.n), number: null, title: said.title, recipients, copiesTo };
    const document = Object.assign(new OutgoingDocument(), {
      id,
      ...named,
      siteId,
      version: 1,
      state: 'drafted' as const,
      kind,
      attendance,
      urgency,
      confidentiality,
      attachmentIds,
      draftedBy: act.actor.personId,
      authorIds: personsBehind(act.actor),
      templateVersion: template.version,
      textVersion: 1,
      textHash,
      ...nothingYet,
      ...searchedBy(named),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies OutgoingDocument);
    this.documents.insert(tx, document, act);
    this.names.keep(tx, claimed);
    this.texts.add(tx, id, act, said, { n: 1, change: 'draft', textHash });
    return document;
  }
}

/** What only the steps that follow fill in. */
const nothingYet = {
  round: 0,
  reviewerId: null,
  returnedReason: null,
  signings: 0,
  signedBy: null,
  signedFor: null,
  signedAt: null,
  signedHash: null,
  registerId: null,
  numberedAt: null,
  copies: 0,
  shares: 0,
  pages: null,
  countedPages: null,
  pagesReason: null,
  sealedCopies: 0,
  releasedAt: null,
  filedAt: null,
  endedReason: null,
  discardedFrom: null,
} as const;
