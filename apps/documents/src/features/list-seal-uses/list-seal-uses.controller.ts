import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { Seals } from '../../persistence/seals';
import { SealUseView, sealUseView } from '../seal-use.view';

export class ListSealUsesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class ListedSealUseView extends SealUseView {
  @ApiProperty({ example: '发文〔2026〕7号' })
  number!: string;
}

export class SealUsePage {
  @ApiProperty({ type: [ListedSealUseView] })
  items!: ListedSealUseView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/seal-uses')
export class ListSealUsesController {
  constructor(private readonly seals: Seals) {}

  @Get()
  @Operation('documents.listSealUses', { summary: { zh: '用印登记簿', en: 'The register of seals' }, ok: 200, okBody: SealUsePage })
  async list(@Query() query: ListSealUsesQuery, @Acting() principal: Principal): Promise<Page<ListedSealUseView>> {
    const page = await this.seals.page(principal, query);
    return { items: page.items.map((each) => ({ ...sealUseView(each), number: each.number })), nextCursor: page.nextCursor };
  }
}
