import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ProposalView, proposalView } from '../proposal.view';
import { ProposeAgainDto } from './propose-again.dto';
import { ProposeAgainHandler } from './propose-again.handler';

@Controller('api/record-proposals')
export class ProposeAgainController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ProposeAgainHandler,
  ) {}

  @Post(':id/propose-again')
  @Operation('archives.proposeAgain', { summary: { zh: '重新提交归档', en: 'Propose a record again' }, ok: 200, okBody: ProposalView, errors: ['conflict', 'stale'] })
  propose(@PathId() id: string, @Body() input: ProposeAgainDto, @Command() command: CommandContext): Promise<Answer<ProposalView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const proposal = await this.handler.execute(tx, command, id, input);
        return ok(proposalView(proposal), proposal.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
