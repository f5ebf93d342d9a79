import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mediaTypes } from '../../domain/media-type';
import { DownloadAttachmentHandler } from './download-attachment.handler';
import { DownloadAttachmentQuery } from './download-attachment.query';
import { downloadHeaders } from './download-headers';

const binary = { schema: { type: 'string', format: 'binary' } };

@Controller('api/attachments')
export class DownloadAttachmentController {
  constructor(private readonly handler: DownloadAttachmentHandler) {}

  @Get(':id')
  @Operation('files.download', {
    summary: { zh: '下载附件', en: 'Download an attachment' },
    description: {
      zh: '凭五分钟内有效的链接；未被引用前，上传者可直接下载。',
      en: 'By a link signed for five minutes; until something names it, its uploader needs none.',
    },
    ok: 200,
    public: true,
    errors: ['forbidden', 'conflict'],
  })
  @ApiOkResponse({
    description: '文件内容 / The bytes',
    content: Object.fromEntries(mediaTypes.map((type) => [type, binary])),
  })
  async download(
    @PathId() id: string,
    @Query() query: DownloadAttachmentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const download = await this.handler.execute(id, query, request.principal);
    reply.headers(downloadHeaders(download)).send(download.bytes.content);
  }
}
