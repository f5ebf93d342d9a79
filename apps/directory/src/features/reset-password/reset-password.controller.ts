import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { PasswordHasher } from '../../passwords/password-hasher';
import { AccountView, accountView } from '../account.view';
import { NewPassword } from '../password.field';
import { withoutSecret } from '../without-secret';
import { ResetPasswordHandler } from './reset-password.handler';

export class ResetPasswordDto {
  @NewPassword({ zh: '新密码', en: 'new password' })
  password!: string;
}

@Controller('api/accounts')
export class ResetPasswordController {
  constructor(
    private readonly commands: Commands,
    private readonly passwords: PasswordHasher,
    private readonly handler: ResetPasswordHandler,
  ) {}

  @Post(':id/reset-password')
  @Operation('directory.resetPassword', {
    summary: { zh: '重设密码', en: 'Set a new password for somebody' },
    ok: 200,
    okBody: AccountView,
    errors: ['conflict', 'stale'],
  })
  async reset(
    @PathId() id: string,
    @Body() { password }: ResetPasswordDto,
    @Command() command: CommandContext,
  ): Promise<Answer<AccountView>> {
    const passwordHash = await this.passwords.hash(password);
    return this.commands.run(withoutSecret(command, id), async (tx) => {
      const account = await this.handler.execute(tx, command, id, passwordHash);
      return ok(accountView(account), account.version);
    });
  }
}
