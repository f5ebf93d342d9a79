import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery, QueryFlag } from '@property-office/service-kit';
import { ReadFileAlarms } from '../../persistence/read-file-alarms';
import { FileAlarmView, fileAlarmView } from './file-alarm.view';

export class ListFileAlarmsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '档案', en: 'record' }, optional: true })
  recordId?: string;

  @QueryFlag({ label: { zh: '尚未恢复', en: 'not restored yet' }, optional: true })
  open?: boolean;
}

export class FileAlarmPage {
  @ApiProperty({ type: [FileAlarmView] })
  items!: FileAlarmView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/file-alarms')
export class ListFileAlarmsController {
  constructor(private readonly alarms: ReadFileAlarms) {}

  @Get()
  @Operation('archives.listFileAlarms', {
    summary: { zh: '档案文件告警列表', en: 'List alarms about files of records and living files' },
    description: {
      zh: '档案和一户一档、一机一档的文件定期重新校验；损坏或缺失的停止提供，由系统管理员用 `npm run ops -- fixity restore` 从备份恢复，恢复后告警自动结束。',
      en: 'Files of records and living files are read again in turn. What is damaged or missing is not served; the operator restores it from a backup by `npm run ops -- fixity restore`, after which the alarm ends by itself.',
    },
    ok: 200,
    okBody: FileAlarmPage,
  })
  async list(@Query() query: ListFileAlarmsQuery, @Acting() principal: Principal): Promise<Page<FileAlarmView>> {
    const page = await this.alarms.page(principal, query);
    return { items: page.items.map(fileAlarmView), nextCursor: page.nextCursor };
  }
}
