import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { HandOverLoanHandler } from './hand-over-loan.handler';

@Controller('api/loans')
export class HandOverLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: HandOverLoanHandler,
  ) {}

  @Post(':id/hand-over')
  @Operation('archives.handOverLoan', {
    summary: { zh: '借出纸质档案', en: 'Hand over the paper' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
