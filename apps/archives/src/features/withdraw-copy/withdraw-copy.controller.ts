import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { WithdrawCopyHandler } from './withdraw-copy.handler';

@Controller('api/copies')
export class WithdrawCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawCopyHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawCopy', {
    summary: { zh: '撤销复制申请', en: 'Withdraw copies' },
    ok: 200,
    okBody: CopyView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), copyView);
  }
}
