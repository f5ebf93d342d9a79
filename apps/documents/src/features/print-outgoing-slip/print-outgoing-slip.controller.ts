import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Acting, OneOf, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { Letterheads } from '../../persistence/letterheads';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { draftSheet, namedOnOutgoing, outgoingSlipKinds, sealSlip, type OutgoingSlipKind } from '../../printing/outgoing-slips';
import { slipHeaders, slipPage } from '../../printing/slip';
import { OutgoingDetails } from '../read-outgoing/outgoing-details';

export class OutgoingSlipQuery {
  @OneOf(outgoingSlipKinds, { label: { zh: '单据', en: 'slip' }, optional: true })
  kind?: OutgoingSlipKind;
}

@Controller('api/outgoing-documents')
export class PrintOutgoingSlipController {
  constructor(
    private readonly documents: ReadOutgoing,
    private readonly details: OutgoingDetails,
    private readonly letterheads: Letterheads,
    private readonly people: PeopleContacts,
  ) {}

  @Get(':id/slip')
  @Operation('documents.printOutgoingSlip', {
    summary: { zh: '发文稿纸、用印登记打印', en: 'The sheet of an outgoing document, to print' },
    description: { zh: '默认发文稿纸：各级意见与正文。', en: 'The draft sheet unless asked for otherwise: who said yes to which text, and the text.' },
    ok: 200,
  })
  @ApiOkResponse({ description: 'HTML (A4)', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Query() { kind = 'draft' }: OutgoingSlipQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.documents.one(principal, id, 'documents.printOutgoingSlip');
    if (!found) throw outgoingErrors.outgoingUnknown();
    const document = await this.details.of(found);
    const nameOf = await this.people.namesOf(namedOnOutgoing(document), `sheet of ${document.draftNumber}`);
    const drawn = kind === 'draft' ? draftSheet(document, nameOf) : sealSlip(document, nameOf);
    const office = (await this.letterheads.of(document.siteId))?.office ?? '';
    await reply.headers(slipHeaders).send(slipPage({ ...drawn, office, qr: null }));
  }
}
