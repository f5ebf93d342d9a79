import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { OutgoingTemplates } from '../../persistence/outgoing-templates';
import { TemplateVersionView, templateVersionView } from '../template-version.view';

@Controller('api/outgoing-document-template-versions')
export class ReadTemplateVersionController {
  constructor(private readonly templates: OutgoingTemplates) {}

  @Get(':id')
  @Operation('documents.readTemplateVersion', { summary: { zh: '查看发文模板的一个版本', en: 'Read a version of a template' }, ok: 200, okBody: TemplateVersionView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<TemplateVersionView>> {
    const found = await this.templates.one(principal, id);
    if (!found) throw outgoingErrors.templateVersionUnknown();
    return ok(templateVersionView(found));
  }
}
