import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadTasks } from '../../persistence/read-tasks';
import { NoticeTaskView, taskViewOf } from '../notice-task.view';
import { ListTasksQuery } from './list-tasks.query';

export class NoticeTaskPage {
  @ApiProperty({ type: [NoticeTaskView] })
  items!: NoticeTaskView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/notice-tasks')
export class ListTasksController {
  constructor(private readonly tasks: ReadTasks) {}

  @Get()
  @Operation('notifications.listNoticeTasks', { summary: { zh: '张贴任务列表', en: 'List posting tasks' }, ok: 200, okBody: NoticeTaskPage })
  async list(@Query() query: ListTasksQuery, @Acting() principal: Principal): Promise<Page<NoticeTaskView>> {
    const page = await this.tasks.page(principal, query);
    return { items: page.items.map(taskViewOf), nextCursor: page.nextCursor };
  }
}
