import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { textAsPdf } from '@property-office/official-papers';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../../../features/pdf-reply';
import { listById } from '../../../lists/persistence/read-lists';
import { handOverErrors } from '../../domain/errors';
import { packedStates } from '../../domain/hand-over-states';
import { manifestIn, Packages } from '../../package/packages';
import { HandOverLinks } from '../../persistence/hand-over-links';
import { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { receiptTitle, receiptOf } from './receipt';

@Controller('api/hand-overs')
export class PrintHandOverReceiptController {
  constructor(
    private readonly database: Database,
    private readonly handOvers: HandOvers,
    private readonly packages: Packages,
    private readonly links: HandOverLinks,
  ) {}

  @Get(':id/receipt')
  @Operation('archives.printHandOverReceipt', {
    summary: { zh: '打印移交接收证', en: 'Print the receipt of a hand-over' },
    description: { zh: '印有清单摘要及其签名；封装之后才有。', en: 'With the hash of the manifest and its signature; once it is sealed.' },
    ok: 200,
    errors: ['conflict'],
  })
  @ApiOkResponse(pdfAnswer)
  async print(@PathId() id: string, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const list = await listById(this.database, HandOver, principal, 'archives.printHandOverReceipt', id);
    if (!list) throw handOverErrors.handOverUnknown();
    if (!packedStates.includes(list.state)) throw handOverErrors.packageNotSealed(list.state);
    const text = await this.database.transaction(async (tx) => {
      const [signatures, links] = [await this.handOvers.signaturesOf(tx, id), await this.links.of(tx, id)];
      const sealed = (await this.packages.of(tx, id))!;
      return receiptOf(list, { givenBy: manifestIn(sealed).givenBy, seal: sealed.seal, signatures, links });
    });
    sendPdf(reply, `${list.number}-receipt`, await textAsPdf(receiptTitle, text));
  }
}
