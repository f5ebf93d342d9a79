import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';
import { Operation } from '@property-office/service-kit';
import { outgoingTemplates } from '../../domain/outgoing-templates';

export class OutgoingTemplateView {
  @ApiProperty({ enum: outgoingKinds })
  kind!: OutgoingKind;

  @ApiProperty({ example: '通知' })
  name!: string;

  @ApiProperty({ description: '〈〉: to be filled in / 须填写' })
  title!: string;

  @ApiProperty()
  body!: string;
}

export class OutgoingTemplateList {
  @ApiProperty({ type: [OutgoingTemplateView] })
  items!: OutgoingTemplateView[];
}

@Controller('api/outgoing-document-templates')
export class ListTemplatesController {
  @Get()
  @Operation('documents.listTemplates', { summary: { zh: '发文模板', en: 'Templates of outgoing documents' }, ok: 200, okBody: OutgoingTemplateList })
  list(): OutgoingTemplateList {
    return { items: outgoingTemplates.map(({ code, name, title, body }) => ({ kind: code, name: name.zh, title, body })) };
  }
}
