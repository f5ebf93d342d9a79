import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { equipmentKinds, livingFileSubjects, type EquipmentKind, type LivingFileSubject, type Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { LivingFileView, livingFileView } from '../living-file.view';

export class ListLivingFilesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '房屋或设备', en: 'home or device' }, optional: true })
  subjectId?: string;

  @OneOf(livingFileSubjects, { label: { zh: '房屋还是设备', en: 'home or device, which of them' }, optional: true })
  subject?: LivingFileSubject;

  @OneOf(equipmentKinds, { label: { zh: '设备类别', en: 'kind of equipment' }, optional: true })
  equipment?: EquipmentKind;

  @QueryFlag({ label: { zh: '有缺件', en: 'lacks a paper' }, optional: true })
  gaps?: boolean;

  @QueryFlag({ label: { zh: '有待立卷的材料', en: 'has papers to be closed' }, optional: true })
  ended?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: '编号、位置（3栋2单元501）、设备名称和类别、材料题名' })
  q?: string;
}

export class LivingFilePage {
  @ApiProperty({ type: [LivingFileView] })
  items!: LivingFileView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/living-files')
export class ListLivingFilesController {
  constructor(private readonly files: ReadLivingFiles) {}

  @Get()
  @Operation('archives.listLivingFiles', { summary: { zh: '一户一档、一机一档目录', en: 'List living files' }, ok: 200, okBody: LivingFilePage })
  async list(@Query() query: ListLivingFilesQuery, @Acting() principal: Principal): Promise<Page<LivingFileView>> {
    const page = await this.files.page(principal, query);
    return { items: page.items.map(livingFileView), nextCursor: page.nextCursor };
  }
}
