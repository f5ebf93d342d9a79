import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../../../features/pdf-reply';
import { PrintCertificateHandler } from './print-certificate.handler';

@Controller('api/destructions')
export class PrintCertificateController {
  constructor(private readonly handler: PrintCertificateHandler) {}

  @Get(':id/certificate')
  @Operation('archives.printCertificate', {
    summary: { zh: '打印销毁证明', en: 'Print the certificate of a destruction' },
    description: {
      zh: '依据销毁登记册；执行销毁且全部文件报清除结果之后才有；只列出您可以查看的档案。',
      en: 'By the destruction register, once it was carried out and it is known of every file whether it is wiped; of its records it shows those that you may see.',
    },
    ok: 200,
    errors: ['conflict', 'unavailable'],
  })
  @ApiOkResponse(pdfAnswer)
  async print(@PathId() id: string, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { name, bytes } = await this.handler.execute(principal, id);
    sendPdf(reply, name, bytes);
  }
}
