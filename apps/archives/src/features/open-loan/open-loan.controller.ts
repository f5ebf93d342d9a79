import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { OpenLoanHandler } from './open-loan.handler';

@Controller('api/loans')
export class OpenLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: OpenLoanHandler,
  ) {}

  @Post(':id/open')
  @Operation('archives.openLoan', {
    summary: { zh: '开通电子借阅', en: 'Open a digital loan' },
    description: { zh: '由借阅人本人开通，到期自动结束。', en: 'Its borrower opens it; it ends by itself when its time is over.' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
