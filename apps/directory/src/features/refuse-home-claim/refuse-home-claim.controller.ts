import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId, Text } from '@property-office/service-kit';
import { HomeClaimView, homeClaimView } from '../home-claim.view';
import { RefuseHomeClaimHandler } from './refuse-home-claim.handler';

export class RefuseHomeClaimDto {
  @Text({ label: { zh: '原因', en: 'reason' }, min: 2, max: 500, multiline: true })
  reason!: string;
}

@Controller('api/home-claims')
export class RefuseHomeClaimController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RefuseHomeClaimHandler,
  ) {}

  @Post(':id/refuse')
  @Operation('directory.refuseHomeClaim', {
    summary: { zh: '不予确认，说明原因', en: 'Refuse a claim, with a reason' },
    ok: 200,
    okBody: HomeClaimView,
    errors: ['conflict', 'stale'],
  })
  refuse(
    @PathId() id: string,
    @Body() { reason }: RefuseHomeClaimDto,
    @Command() command: CommandContext,
  ): Promise<Answer<HomeClaimView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, reason),
      (claim) => homeClaimView(claim, command.principal.personId),
    );
  }
}
