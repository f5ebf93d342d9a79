import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { TemplateVersionView, templateVersionView } from '../template-version.view';
import { SetTemplateDto } from './set-template.dto';
import { SetTemplateHandler } from './set-template.handler';

@Controller('api/outgoing-document-template-versions')
export class SetTemplateController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetTemplateHandler,
  ) {}

  @Post()
  @Operation('documents.setTemplate', {
    summary: { zh: '修改发文模板', en: 'Write another version of a template' },
    description: { zh: '新版本自生效时间起用于新拟的文稿；已拟的文稿不变，旧版本保留。', en: 'Drafts begun from then on begin with it; those there are stay, as the versions before do.' },
    ok: 201,
    okBody: TemplateVersionView,
    errors: ['conflict'],
  })
  set(@Body() input: SetTemplateDto, @Command() command: CommandContext): Promise<Answer<TemplateVersionView>> {
    return this.commands.run(command, async (tx) => {
      const added = await this.handler.execute(tx, command, input);
      return created(`/api/outgoing-document-template-versions/${added.id}`, templateVersionView(added));
    });
  }
}
