import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { HomeClaimView, homeClaimView } from '../home-claim.view';
import { ConfirmHomeClaimDto } from './confirm-home-claim.dto';
import { ConfirmHomeClaimHandler } from './confirm-home-claim.handler';

@Controller('api/home-claims')
export class ConfirmHomeClaimController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConfirmHomeClaimHandler,
  ) {}

  @Post(':id/confirm')
  @Operation('directory.confirmHomeClaim', {
    summary: { zh: '确认认领，入住关系开始', en: 'Confirm a claim: the tie begins' },
    ok: 200,
    okBody: HomeClaimView,
    errors: ['conflict', 'stale'],
  })
  confirm(
    @PathId() id: string,
    @Body() input: ConfirmHomeClaimDto,
    @Command() command: CommandContext,
  ): Promise<Answer<HomeClaimView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (claim) => homeClaimView(claim, command.principal.personId),
    );
  }
}
