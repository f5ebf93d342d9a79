import { Controller, Post, Query, Req } from '@nestjs/common';
import { VisitorPasses } from '@property-office/access';
import { commandAs, Operation, sourceOf, Text, type Answer } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { fileErrors } from '../../domain/errors';
import { visitorPhotoLimits } from '../../domain/limits';
import { AcceptsUpload } from '../../http/accepts-upload.decorator';
import { AttachmentView } from '../attachment.view';
import { UploadVisitorPhotoHandler } from './upload-visitor-photo.handler';

export class VisitQuery {
  @Text({ label: { zh: '扫码凭据', en: 'visit' }, max: 200 })
  visit!: string;
}

@Controller('api/visitor-photos')
export class UploadVisitorPhotoController {
  constructor(
    private readonly passes: VisitorPasses,
    private readonly handler: UploadVisitorPhotoHandler,
  ) {}

  @Post()
  @AcceptsUpload(visitorPhotoLimits)
  @Operation('files.uploadVisitorPhoto', {
    summary: { zh: '扫码报修的照片，无需登录', en: 'A photo for a report without an account' },
    description: {
      zh: '每次扫码最多 3 张；24 小时内未被报修引用则删除。',
      en: 'At most three a visit, gone after 24 hours unless the report names them.',
    },
    public: true,
    ok: 201,
    okBody: AttachmentView,
    errors: ['forbidden', 'too-many', 'too-large', 'unsupported-media'],
  })
  upload(@Query() { visit }: VisitQuery, @Req() request: FastifyRequest): Promise<Answer<AttachmentView>> {
    const visitor = this.passes.visitorOf(visit);
    if (!visitor) {
      request.raw.resume();
      throw fileErrors.visitOver();
    }
    const nobody = {
      personId: visitor,
      accountId: visitor,
      sessionId: visitor,
      name: '',
      roles: [],
      crews: [],
      homes: [],
    };
    return this.handler.execute(
      request.raw,
      commandAs(request, 'files.uploadVisitorPhoto', nobody),
      sourceOf(request),
    );
  }
}
