import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { outgoingKinds, type OutgoingKind, type Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { OutgoingTemplates } from '../../persistence/outgoing-templates';
import { TemplateVersionView, templateVersionView } from '../template-version.view';

export class ListTemplateVersionsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(outgoingKinds, { label: { zh: '文种', en: 'kind' }, optional: true })
  kind?: OutgoingKind;
}

export class TemplateVersionPage {
  @ApiProperty({ type: [TemplateVersionView] })
  items!: TemplateVersionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/outgoing-document-template-versions')
export class ListTemplateVersionsController {
  constructor(private readonly templates: OutgoingTemplates) {}

  @Get()
  @Operation('documents.listTemplateVersions', { summary: { zh: '发文模板的版本', en: 'List versions of templates' }, ok: 200, okBody: TemplateVersionPage })
  async list(@Query() query: ListTemplateVersionsQuery, @Acting() principal: Principal): Promise<Page<TemplateVersionView>> {
    const page = await this.templates.page(principal, query);
    return { items: page.items.map(templateVersionView), nextCursor: page.nextCursor };
  }
}
