import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { WithdrawLoanHandler } from './withdraw-loan.handler';

@Controller('api/loans')
export class WithdrawLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawLoanHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawLoan', {
    summary: { zh: '撤销借阅申请', en: 'Withdraw a loan' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
