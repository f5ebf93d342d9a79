import { Controller, Post, Req } from '@nestjs/common';
import { Command, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { ordinaryLimits } from '../../domain/limits';
import { AcceptsUpload } from '../../http/accepts-upload.decorator';
import { AttachmentView } from '../attachment.view';
import { UploadAttachmentHandler } from './upload-attachment.handler';

@Controller('api/attachments')
export class UploadAttachmentController {
  constructor(private readonly handler: UploadAttachmentHandler) {}

  @Post()
  @AcceptsUpload(ordinaryLimits)
  @Operation('files.upload', {
    summary: { zh: '上传附件', en: 'Upload an attachment' },
    description: {
      zh: '只有上传者可见，24 小时内未被引用则删除。图片会重新编码并去除拍摄信息。',
      en: 'Seen by its uploader only, and gone after 24 hours unless something names it. Images are re-encoded without EXIF.',
    },
    ok: 201,
    okBody: AttachmentView,
  })
  upload(
    @Req() request: FastifyRequest,
    @Command() command: CommandContext,
  ): Promise<Answer<AttachmentView>> {
    return this.handler.execute(request.raw, command, ordinaryLimits);
  }
}
