import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type Principal, type RegisterDirection } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { yearFolder } from '../../domain/register-number';
import { ReadFolders } from '../../persistence/read-folders';

export class ListFoldersQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class YearFolderView {
  @ApiProperty()
  year!: number;

  @ApiProperty({ example: '收文/2026' })
  folder!: string;

  @ApiProperty({ description: 'Filed papers you may know of / 已归档份数' })
  filed!: number;
}

/** A category (类别): what one register takes in, by years. */
export class FolderView {
  @ApiProperty({ format: 'uuid' })
  registerId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: '收文' })
  category!: string;

  @ApiProperty({ enum: registerDirections, description: '收文或发文' })
  direction!: RegisterDirection;

  @ApiProperty({ type: [YearFolderView] })
  years!: YearFolderView[];
}

export class FolderPage {
  @ApiProperty({ type: [FolderView] })
  items!: FolderView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/document-folders')
export class ListFoldersController {
  constructor(private readonly folders: ReadFolders) {}

  @Get()
  @Operation('documents.listFolders', {
    summary: { zh: '文件夹目录（类别、年度）', en: 'Folders of papers, by category and year' },
    description: { zh: '文件按“类别/年度/编号”存放，类别即登记簿。', en: 'Papers lie by category, year and number; the category is their register.' },
    ok: 200,
    okBody: FolderPage,
  })
  async list(@Query() query: ListFoldersQuery, @Acting() principal: Principal): Promise<Page<FolderView>> {
    const { items, nextCursor } = await this.folders.page(principal, query);
    return { items: items.map(({ years, ...folder }) => ({ ...folder, years: years.map((each) => ({ ...each, folder: yearFolder(folder.category, each.year) })) })), nextCursor };
  }
}
