import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { LoanView, loanView } from '../loan.view';
import { CloseLoanHandler } from './close-loan.handler';

@Controller('api/loans')
export class CloseLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CloseLoanHandler,
  ) {}

  @Post(':id/close')
  @Operation('archives.closeLoan', {
    summary: { zh: '结束电子借阅', en: 'Close a digital loan' },
    ok: 200,
    okBody: LoanView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), loanView);
  }
}
