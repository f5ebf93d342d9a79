import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { ApproveLoanHandler } from './approve-loan.handler';

@Controller('api/loans')
export class ApproveLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveLoanHandler,
  ) {}

  @Post(':id/approve')
  @Operation('archives.approveLoan', {
    summary: { zh: '批准借阅', en: 'Approve a loan' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
