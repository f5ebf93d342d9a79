import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { BringBackLoanDto } from './bring-back-loan.dto';
import { BringBackLoanHandler } from './bring-back-loan.handler';

@Controller('api/loans')
export class BringBackLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: BringBackLoanHandler,
  ) {}

  @Post(':id/bring-back')
  @Operation('archives.bringBackLoan', {
    summary: { zh: '归还验收', en: 'Take back a paper with an inspection' },
    description: { zh: '核对页数，检查有无改动、抽取；发现问题的，记入档案附注并告知主任。', en: 'Pages are counted, and looked at for what was altered or removed; what is found is a dated remark on the record, and the director hears.' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: BringBackLoanDto, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
