import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { RoleGrantView, roleGrantView } from '../role.view';
import { GrantRoleDto } from './grant-role.dto';
import { GrantRoleHandler } from './grant-role.handler';

@Controller('api/role-grants')
export class GrantRoleController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: GrantRoleHandler,
  ) {}

  @Post()
  @Operation('directory.grantRole', {
    summary: { zh: '授予角色', en: 'Grant a role' },
    ok: 201,
    okBody: RoleGrantView,
    errors: ['conflict'],
  })
  grant(@Body() input: GrantRoleDto, @Command() command: CommandContext): Promise<Answer<RoleGrantView>> {
    return this.commands.run(command, async (tx) => {
      const held = await this.handler.execute(tx, command.principal, input);
      return created(`/api/role-grants/${held.id}`, roleGrantView(held), held.version);
    });
  }
}
