import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noticeErrors } from '../../domain/errors';
import { linkOf } from '../../domain/posting';
import { ReadTasks } from '../../persistence/read-tasks';
import { drawNotice } from './draw-notice';

@Controller('api/notice-tasks')
export class DrawPictureController {
  constructor(
    private readonly tasks: ReadTasks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id/picture')
  @Operation('notifications.drawNoticePicture', { summary: { zh: '张贴用图片（含二维码）', en: 'The picture to post, with a QR code' }, ok: 200 })
  @ApiOkResponse({ description: 'PNG', content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async draw(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const task = await this.tasks.one(principal, id, 'notifications.drawNoticePicture');
    if (!task) throw noticeErrors.taskUnknown();
    const { posting, shown } = await this.tasks.postingOf(task);
    const picture = await drawNotice(posting, task.number, linkOf(originOf(request, this.configuration.http.publicUrl), shown));
    await reply.headers({ 'content-type': 'image/png', 'cache-control': 'private, no-cache' }).send(picture);
  }
}
