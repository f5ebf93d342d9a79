import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { RoleGrantView, roleGrantView } from '../role.view';
import { EndDto } from '../span.dto';
import { EndRoleHandler } from './end-role.handler';

@Controller('api/role-grants')
export class EndRoleController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndRoleHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.endRole', {
    summary: { zh: '结束角色', en: 'End a role' },
    ok: 200,
    okBody: RoleGrantView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<RoleGrantView>> {
    return this.commands.run(command, async (tx) => {
      const held = await this.handler.execute(tx, command, id, input);
      return ok(roleGrantView(held), held.version);
    });
  }
}
