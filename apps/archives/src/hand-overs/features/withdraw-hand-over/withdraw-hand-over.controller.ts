import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { ReasonDto } from '../../../lists/features/reason.dto';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { WithdrawHandOverHandler } from './withdraw-hand-over.handler';

@Controller('api/hand-overs')
export class WithdrawHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawHandOverHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawHandOver', {
    summary: { zh: '撤回移交', en: 'Withdraw a hand-over' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: ReasonDto, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), handOverView);
  }
}
