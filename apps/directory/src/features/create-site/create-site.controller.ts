import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { SiteView, siteView } from '../site.view';
import { CreateSiteDto } from './create-site.dto';
import { CreateSiteHandler } from './create-site.handler';

@Controller('api/sites')
export class CreateSiteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CreateSiteHandler,
  ) {}

  @Post()
  @Operation('directory.createSite', {
    summary: { zh: '新建项目', en: 'Open a site' },
    ok: 201,
    okBody: SiteView,
    errors: ['conflict'],
  })
  create(@Body() input: CreateSiteDto, @Command() command: CommandContext): Promise<Answer<SiteView>> {
    return this.commands.run(command, async (tx) => {
      const site = await this.handler.execute(tx, command.principal, input);
      return created(`/api/sites/${site.id}`, siteView(site), site.version);
    });
  }
}
