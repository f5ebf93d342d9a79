import { Body, Controller, Patch } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { SiteView, siteView } from '../site.view';
import { ChangeSiteDto } from './change-site.dto';
import { ChangeSiteHandler } from './change-site.handler';

@Controller('api/sites')
export class ChangeSiteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangeSiteHandler,
  ) {}

  @Patch(':id')
  @Operation('directory.changeSite', {
    summary: { zh: '修改项目', en: 'Change a site' },
    ok: 200,
    okBody: SiteView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  change(
    @PathId() id: string,
    @Body() input: ChangeSiteDto,
    @Command() command: CommandContext,
  ): Promise<Answer<SiteView>> {
    return this.commands.run(command, async (tx) => {
      const site = await this.handler.execute(tx, command, id, input);
      return ok(siteView(site), site.version);
    });
  }
}
