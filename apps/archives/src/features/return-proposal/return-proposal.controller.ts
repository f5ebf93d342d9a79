import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ProposalView, proposalView } from '../proposal.view';
import { ReturnProposalDto } from './return-proposal.dto';
import { ReturnProposalHandler } from './return-proposal.handler';

@Controller('api/record-proposals')
export class ReturnProposalController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnProposalHandler,
  ) {}

  @Post(':id/return')
  @Operation('archives.returnProposal', { summary: { zh: '退回归档建议', en: 'Return a proposal' }, ok: 200, okBody: ProposalView, errors: ['conflict', 'stale'] })
  handBack(@PathId() id: string, @Body() input: ReturnProposalDto, @Command() command: CommandContext): Promise<Answer<ProposalView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), proposalView);
  }
}
