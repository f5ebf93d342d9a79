import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { DirectiveView, directiveView } from '../directive.view';
import { WithdrawDirectiveDto } from './withdraw-directive.dto';
import { WithdrawDirectiveHandler } from './withdraw-directive.handler';

@Controller('api/directives')
export class WithdrawDirectiveController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawDirectiveHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('documents.withdrawDirective', {
    summary: { zh: '撤回指示', en: 'Withdraw a directive' },
    ok: 200,
    okBody: DirectiveView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: WithdrawDirectiveDto, @Command() command: CommandContext): Promise<Answer<DirectiveView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), directiveView);
  }
}
