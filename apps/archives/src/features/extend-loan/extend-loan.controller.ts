import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { ExtendLoanDto } from './extend-loan.dto';
import { ExtendLoanHandler } from './extend-loan.handler';

@Controller('api/loans')
export class ExtendLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ExtendLoanHandler,
  ) {}

  @Post(':id/extend')
  @Operation('archives.extendLoan', {
    summary: { zh: '续借', en: 'Extend a loan' },
    description: { zh: '每次借阅最多续借一次。', en: 'Once at most.' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ExtendLoanDto, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
