import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { drawPdf, writeDocx } from '@property-office/official-papers';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { OutgoingPapers } from '../../printing/outgoing-papers';
import { OpenPaperQuery } from './open-paper.query';

const binary = { schema: { type: 'string', format: 'binary' } } as const;
const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

@Controller('api/outgoing-documents')
export class OpenPaperController {
  constructor(
    private readonly documents: ReadOutgoing,
    private readonly papers: OutgoingPapers,
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
    const paper = await this.papers.of(document, copy ?? null);
    const bytes = format === 'pdf' ? (await drawPdf(paper)).bytes : await writeDocx(paper);
    const name = encodeURIComponent(`${document.number ?? document.draftNumber}.${format}`);
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .type(types[format])
      .send(bytes);
  }
}
