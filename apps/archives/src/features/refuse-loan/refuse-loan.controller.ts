import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { LendingReasonDto } from '../lending-reason.dto';
import { RefuseLoanHandler } from './refuse-loan.handler';

@Controller('api/loans')
export class RefuseLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RefuseLoanHandler,
  ) {}

  @Post(':id/refuse')
  @Operation('archives.refuseLoan', {
    summary: { zh: '不批准借阅', en: 'Refuse a loan' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: LendingReasonDto, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
