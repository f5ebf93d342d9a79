import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { LendingReasonDto } from '../lending-reason.dto';
import { RecallLoanHandler } from './recall-loan.handler';

@Controller('api/loans')
export class RecallLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecallLoanHandler,
  ) {}

  @Post(':id/recall')
  @Operation('archives.recallLoan', {
    summary: { zh: '催还档案', en: 'Recall a loan' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: LendingReasonDto, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
