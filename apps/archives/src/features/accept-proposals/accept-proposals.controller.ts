import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation } from '@property-office/service-kit';
import { AcceptProposalsDto } from './accept-proposals.dto';
import { AcceptProposalsHandler } from './accept-proposals.handler';
import { AcceptedBatchView } from './accept-proposals.view';

@Controller('api/record-proposals')
export class AcceptProposalsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcceptProposalsHandler,
  ) {}

  @Post('accept-batch')
  @Operation('archives.acceptProposals', {
    summary: { zh: '按规则批量归档', en: 'Accept a batch of proposals by rule' },
    ok: 200,
    okBody: AcceptedBatchView,
  })
  accept(@Body() input: AcceptProposalsDto, @Command() command: CommandContext): Promise<Answer<AcceptedBatchView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => ok(await this.handler.execute(tx, command, input, prepared)),
      () => this.handler.prepare(command, input),
    );
  }
}
