import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type Principal, type RegisterDirection } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery, QueryNumber } from '@property-office/service-kit';
import { folderOf } from '../../domain/register-number';
import { ReadFolders } from '../../persistence/read-folders';

export class ListFiledPapersQuery extends PageQuery {
  @Id({ label: { zh: '登记簿', en: 'register' } })
  registerId!: string;

  @QueryNumber({ label: { zh: '年度', en: 'year' }, min: 2000, max: 2999 })
  year!: number;
}

export class FiledPaperView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: registerDirections, description: '收文或发文' })
  direction!: RegisterDirection;

  @ApiProperty({ example: '收文〔2026〕17号' })
  number!: string;

  @ApiProperty({ example: '收文/2026/0017', description: '存放位置' })
  folder!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'date-time' })
  filedAt!: string;
}

export class FiledPaperPage {
  @ApiProperty({ type: [FiledPaperView] })
  items!: FiledPaperView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/filed-papers')
export class ListFiledPapersController {
  constructor(private readonly folders: ReadFolders) {}

  /** The last number first. */
  @Get()
  @Operation('documents.listFiledPapers', { summary: { zh: '文件夹内的归档文件', en: 'List what is filed in a folder' }, ok: 200, okBody: FiledPaperPage })
  async list(@Query() query: ListFiledPapersQuery, @Acting() principal: Principal): Promise<Page<FiledPaperView>> {
    const { items, nextCursor } = await this.folders.papers(principal, query);
    return { items: items.map(({ filedAt, ...paper }) => ({ ...paper, folder: folderOf(paper.number), filedAt: filedAt.toISOString() })), nextCursor };
  }
}
