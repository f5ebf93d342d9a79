import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Acting, OneOf, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { toString } from 'qrcode';
import { documentErrors } from '../../domain/errors';
import { Letterheads } from '../../persistence/letterheads';
import { ReadDocuments } from '../../persistence/read-documents';
import { circulationSlip, handlingSlip, incomingSlipKinds, namedOnIncoming, type IncomingSlipKind } from '../../printing/incoming-slips';
import { slipHeaders, slipPage } from '../../printing/slip';
import { DocumentDetails } from '../read-document/document-details';

export class IncomingSlipQuery {
  @OneOf(incomingSlipKinds, { label: { zh: '单据', en: 'slip' }, optional: true })
  kind?: IncomingSlipKind;
}

@Controller('api/incoming-documents')
export class PrintIncomingSlipController {
  constructor(
    private readonly documents: ReadDocuments,
    private readonly details: DocumentDetails,
    private readonly letterheads: Letterheads,
    private readonly people: PeopleContacts,
  ) {}

  /** What goes with the paper, with the code that whoever takes it scans: its text is the token, nothing of the document. */
  @Get(':id/slip')
  @Operation('documents.printIncomingSlip', {
    summary: { zh: '收文处理单、传阅单打印', en: 'The slip of an incoming document, to print' },
    description: { zh: '默认收文处理单；二维码内容为流转单编码，扫码即签收。', en: 'The handling slip unless asked for otherwise; the code on it is scanned by whoever takes the paper.' },
    ok: 200,
  })
  @ApiOkResponse({ description: 'HTML (A4)', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Query() { kind = 'handling' }: IncomingSlipQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.documents.one(principal, id, 'documents.printIncomingSlip');
    if (!found) throw documentErrors.documentUnknown();
    const document = await this.details.of(found);
    const nameOf = await this.people.namesOf(namedOnIncoming(document), `slip of ${document.number}`);
    const drawn = kind === 'handling' ? handlingSlip(document, nameOf) : circulationSlip(document, nameOf);
    const office = (await this.letterheads.of(document.siteId))?.office ?? '';
    await reply.headers(slipHeaders).send(slipPage({ ...drawn, office, qr: await toString(document.slipToken, { type: 'svg', margin: 0 }) }));
  }
}
