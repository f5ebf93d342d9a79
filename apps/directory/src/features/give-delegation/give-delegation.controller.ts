import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { DelegationView, delegationView } from '../delegation.view';
import { GiveDelegationDto } from './give-delegation.dto';
import { GiveDelegationHandler } from './give-delegation.handler';

@Controller('api/delegations')
export class GiveDelegationController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: GiveDelegationHandler,
  ) {}

  @Post()
  @Operation('directory.giveDelegation', {
    summary: { zh: '授权代理', en: 'Make somebody a deputy' },
    ok: 201,
    okBody: DelegationView,
    errors: ['conflict'],
  })
  give(@Body() input: GiveDelegationDto, @Command() command: CommandContext): Promise<Answer<DelegationView>> {
    return this.commands.run(command, async (tx) => {
      const made = await this.handler.execute(tx, command.principal, input);
      return created(`/api/delegations/${made.id}`, delegationView(made), made.version);
    });
  }
}
