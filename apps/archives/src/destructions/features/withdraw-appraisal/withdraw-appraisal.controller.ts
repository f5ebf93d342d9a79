import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { AppraisalView, appraisalView } from '../appraisal.view';
import { ReasonDto } from '../../../lists/features/reason.dto';
import { WithdrawAppraisalHandler } from './withdraw-appraisal.handler';

@Controller('api/appraisals')
export class WithdrawAppraisalController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawAppraisalHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawAppraisal', {
    summary: { zh: '撤销鉴定', en: 'Withdraw an appraisal' },
    ok: 200,
    okBody: AppraisalView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: ReasonDto, @Command() command: CommandContext): Promise<Answer<AppraisalView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), appraisalView);
  }
}
