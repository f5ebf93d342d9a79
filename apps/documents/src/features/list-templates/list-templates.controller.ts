import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { outgoingKinds, type OutgoingKind, type Principal } from '@property-office/contracts';
import { actingRole } from '@property-office/access';
import { Database } from '@property-office/persistence';
import { Acting, Id, Operation } from '@property-office/service-kit';
import { outgoingTemplates } from '../../domain/outgoing-templates';
import { OutgoingTemplates } from '../../persistence/outgoing-templates';

export class ListTemplatesQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true, description: '不填为出厂模板 / Left out: as shipped' })
  siteId?: string;
}

export class OutgoingTemplateView {
  @ApiProperty({ enum: outgoingKinds })
  kind!: OutgoingKind;

  @ApiProperty({ example: '通知' })
  name!: string;

  @ApiProperty({ description: '〈〉: to be filled in / 须填写' })
  title!: string;

  @ApiProperty()
  body!: string;

  @ApiProperty({ description: 'Of those the office wrote; 0: as shipped / 版本，0 为出厂模板' })
  version!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Its version, where the office wrote it' })
  versionId!: string | null;
}

export class OutgoingTemplateList {
  @ApiProperty({ type: [OutgoingTemplateView] })
  items!: OutgoingTemplateView[];
}

@Controller('api/outgoing-document-templates')
export class ListTemplatesController {
  constructor(
    private readonly database: Database,
    private readonly templates: OutgoingTemplates,
  ) {}

  /** What a draft that is begun now begins with. */
  @Get()
  @Operation('documents.listTemplates', { summary: { zh: '发文模板', en: 'Templates of outgoing documents' }, ok: 200, okBody: OutgoingTemplateList })
  async list(@Query() { siteId }: ListTemplatesQuery, @Acting() principal: Principal): Promise<OutgoingTemplateList> {
    if (siteId !== undefined) actingRole(principal, 'documents.listTemplates', siteId);
    const items: OutgoingTemplateView[] = [];
    for (const { code, name, ...shipped } of outgoingTemplates) {
      const { title, body, version, id = null } = siteId === undefined ? { ...shipped, version: 0 } : await this.templates.effective(this.database, siteId, code);
      items.push({ kind: code, name: name.zh, title, body, version, versionId: id });
    }
    return { items };
  }
}
