import { Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { AccountView, accountView } from '../account.view';
import { CloseAccountHandler } from './close-account.handler';

@Controller('api/accounts')
export class CloseAccountController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CloseAccountHandler,
  ) {}

  @Post(':id/close')
  @Operation('directory.closeAccount', {
    summary: { zh: '停用账号', en: 'Close an account' },
    description: { zh: '账号、登录和所担任的角色同时终止，各处一秒内生效；重新入职者须另行授予角色。', en: 'The account, its sessions and the roles of the person end together, within a second everywhere; who comes back is given roles anew.' },
    ok: 200,
    okBody: AccountView,
    errors: ['conflict', 'stale'],
  })
  close(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<AccountView>> {
    return this.commands.run(command, async (tx) => {
      const account = await this.handler.execute(tx, command, id);
      return ok(accountView(account), account.version);
    });
  }
}
