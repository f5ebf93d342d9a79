import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../../../features/pdf-reply';
import { listById, shownRecords } from '../../../lists/persistence/read-lists';
import { officeName } from '../../../persistence/office-name';
import { destructionErrors } from '../../domain/errors';
import { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { WitnessLinks } from '../../persistence/witness-links';
import { Register } from '../../register/register';
import { certificateAsPdf, namedOnCertificate } from './certificate';

@Controller('api/destructions')
export class PrintCertificateController {
  constructor(
    private readonly database: Database,
    private readonly destructions: Destructions,
    private readonly links: WitnessLinks,
    private readonly register: Register,
    private readonly people: PeopleContacts,
  ) {}

  @Get(':id/certificate')
  @Operation('archives.printCertificate', {
    summary: { zh: '打印销毁证明', en: 'Print the certificate of a destruction' },
    description: { zh: '执行销毁之后才有；只列出您可以查看的档案。', en: 'Once it was carried out; of its records it shows those that you may see.' },
    ok: 200,
    errors: ['conflict', 'unavailable'],
  })
  @ApiOkResponse(pdfAnswer)
  async print(@PathId() id: string, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const list = await listById(this.database, Destruction, principal, 'archives.printCertificate', id);
    if (!list) throw destructionErrors.destructionUnknown();
    const said = await this.database.transaction(async (tx) => {
      const registerHash = await this.register.hashOf(tx, id);
      if (registerHash === null) throw destructionErrors.notCarriedOut(list.state);
      const ids = await this.destructions.recordsOf(tx, id);
      const [records, signatures] = [await shownRecords(tx, principal, ids), await this.destructions.signaturesOf(tx, id)];
      return { office: await officeName(tx, list.siteId), listed: ids.length, records, signatures, links: await this.links.of(tx, id), registerHash };
    });
    const nameOf = await this.people.namesOf(namedOnCertificate(list, said.signatures), `certificate of ${list.number}`);
    sendPdf(reply, `${list.number}-certificate`, await certificateAsPdf(list, { ...said, nameOf }));
  }
}
