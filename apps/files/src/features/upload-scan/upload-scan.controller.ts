import { Controller, Post, Req } from '@nestjs/common';
import { Command, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { scanLimits } from '../../domain/limits';
import { AcceptsUpload } from '../../http/accepts-upload.decorator';
import { AttachmentView } from '../attachment.view';
import { UploadAttachmentHandler } from '../upload-attachment/upload-attachment.handler';

@Controller('api/scans')
export class UploadScanController {
  constructor(private readonly handler: UploadAttachmentHandler) {}

  @Post()
  @AcceptsUpload(scanLimits)
  @Operation('files.uploadScan', {
    summary: { zh: '上传整卷扫描件', en: 'Upload a large scan' },
    description: {
      zh: '供工作人员上传大于普通附件的 PDF，用法与附件相同。过大的扫描件不能加水印，因此不提供电子借阅。',
      en: 'A PDF of the office that is larger than other attachments, and used as they are. A large one cannot be marked, and hence is not lent digitally.',
    },
    ok: 201,
    okBody: AttachmentView,
  })
  upload(@Req() request: FastifyRequest, @Command() command: CommandContext): Promise<Answer<AttachmentView>> {
    return this.handler.execute(request.raw, command, scanLimits);
  }
}
