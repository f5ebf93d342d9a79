import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { drawPdf, writeDocx, type OfficialPaper } from '@property-office/official-papers';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { namesSigner, paperOf } from '../../printing/paper-of';
import { AttachmentNames } from '../../persistence/attachment-names';
import { Letterheads } from '../../persistence/letterheads';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingTexts } from '../../persistence/outgoing-texts';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { OpenPaperQuery } from './open-paper.query';

const binary = { schema: { type: 'string', format: 'binary' } } as const;
const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

@Controller('api/outgoing-documents')
export class OpenPaperController {
  constructor(
    private readonly database: Database,
    private readonly documents: ReadOutgoing,
    private readonly texts: OutgoingTexts,
    private readonly letterheads: Letterheads,
    private readonly names: AttachmentNames,
    private readonly people: PeopleContacts,
  ) {}

  /** The last version of its text, as it is printed. */
  @Get(':id/paper')
  @Operation('documents.openPaper', {
    summary: { zh: '发文的版式文件（PDF、DOCX）', en: 'The document as a paper (PDF, DOCX)' },
    description: {
      zh: '版式参照 GB/T 9704-2012。默认 PDF；保密件可填写份号。',
      en: 'Laid out by GB/T 9704-2012 by analogy. PDF unless asked for otherwise; of a confidential document the number of a copy may be given.',
    },
    ok: 200,
    errors: ['conflict'],
  })
  @ApiOkResponse({ description: 'A4', content: { [types.pdf]: binary, [types.docx]: binary } })
  async open(@PathId() id: string, @Query() { format = 'pdf', copy }: OpenPaperQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const document = await this.documents.one(principal, id, 'documents.openPaper');
    if (!document) throw outgoingErrors.outgoingUnknown();
    if (copy !== undefined && copy > document.shares) throw outgoingErrors.copyUnknown(document.shares);
    const paper = await this.paper(document, copy ?? null);
    const bytes = format === 'pdf' ? (await drawPdf(paper)).bytes : await writeDocx(paper);
    const name = encodeURIComponent(`${document.number ?? document.draftNumber}.${format}`);
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .type(types[format])
      .send(bytes);
  }

  private async paper(document: OutgoingDocument, share: number | null): Promise<OfficialPaper> {
    const { id, siteId, textVersion, signedAt, changedAt } = document;
    const letterhead = await this.letterheads.of(siteId);
    if (!letterhead) throw outgoingErrors.letterheadUnset();
    const text = (await this.texts.one(this.database, id, textVersion))!;
    const attachments = await this.names.of(document.attachmentIds);
    const signer = namesSigner(document.kind) ? await this.signer(document) : null;
    return paperOf({ ...document, dated: signedAt ?? changedAt, text, office: letterhead.office, share, attachments, signer });
  }

  /** @throws unavailable (503) */
  private async signer({ signedBy, draftNumber }: OutgoingDocument): Promise<string | null> {
    if (signedBy === null) return null;
    const nameOf = await this.people.namesOf([signedBy], `signer of ${draftNumber}`);
    return nameOf(signedBy) || null;
  }
}
