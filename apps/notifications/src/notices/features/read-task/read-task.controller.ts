import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, CONFIGURATION, ok, Operation, originOf, PathId, type Answer, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { noticeErrors } from '../../domain/errors';
import { linkOf, postingText } from '../../domain/posting';
import { ReadTasks } from '../../persistence/read-tasks';
import { NoticeTaskView, taskViewOf } from '../notice-task.view';

/** A task with everything its poster needs. */
export class NoticeTaskDetailView extends NoticeTaskView {
  @ApiProperty({ description: 'Ready to paste / 可直接粘贴的文字' })
  text!: string;

  @ApiProperty({ format: 'uri-reference', description: 'The same as a picture with a QR code / 带二维码的图片' })
  pictureUrl!: string;
}

@Controller('api/notice-tasks')
export class ReadTaskController {
  constructor(
    private readonly tasks: ReadTasks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('notifications.readNoticeTask', { summary: { zh: '查看张贴任务', en: 'Read a posting task' }, ok: 200, okBody: NoticeTaskDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest): Promise<Answer<NoticeTaskDetailView>> {
    const task = await this.tasks.one(principal, id, 'notifications.readNoticeTask');
    if (!task) throw noticeErrors.taskUnknown();
    const { posting, shown } = await this.tasks.postingOf(task);
    const text = postingText(posting, task.number, linkOf(originOf(request, this.configuration.http.publicUrl), shown));
    return ok({ ...taskViewOf(task), text, pictureUrl: `/api/notice-tasks/${id}/picture` }, task.version);
  }
}
