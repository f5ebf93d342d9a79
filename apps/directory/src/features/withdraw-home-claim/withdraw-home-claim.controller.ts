import { Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { HomeClaimView, homeClaimView } from '../home-claim.view';
import { WithdrawHomeClaimHandler } from './withdraw-home-claim.handler';

@Controller('api/home-claims')
export class WithdrawHomeClaimController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawHomeClaimHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('directory.withdrawHomeClaim', {
    summary: { zh: '撤回自己的认领', en: 'Withdraw one’s own claim' },
    ok: 200,
    okBody: HomeClaimView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<HomeClaimView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id),
      (claim) => homeClaimView(claim, command.principal.personId),
    );
  }
}
