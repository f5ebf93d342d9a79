import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { PasswordHasher } from '../../passwords/password-hasher';
import { AccountView, accountView } from '../account.view';
import { withoutSecret } from '../without-secret';
import { CreateAccountDto } from './create-account.dto';
import { CreateAccountHandler } from './create-account.handler';

@Controller('api/accounts')
export class CreateAccountController {
  constructor(
    private readonly commands: Commands,
    private readonly passwords: PasswordHasher,
    private readonly handler: CreateAccountHandler,
  ) {}

  @Post()
  @Operation('directory.createAccount', {
    summary: { zh: '开通账号', en: 'Open an account' },
    ok: 201,
    okBody: AccountView,
    errors: ['conflict'],
  })
  async create(
    @Body() input: CreateAccountDto,
    @Command() command: CommandContext,
  ): Promise<Answer<AccountView>> {
    const { personId, login, password } = input;
    const passwordHash = await this.passwords.hash(password);
    return this.commands.run(withoutSecret(command, personId, login), async (tx) => {
      const account = await this.handler.execute(tx, command.principal, { personId, login, passwordHash });
      return created(`/api/accounts/${account.id}`, accountView(account), account.version);
    });
  }
}
