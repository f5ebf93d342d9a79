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
