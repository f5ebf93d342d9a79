import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { ReasonDto } from '../../../lists/features/reason.dto';
import { WithdrawDestructionHandler } from './withdraw-destruction.handler';

@Controller('api/destructions')
export class WithdrawDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawDestructionHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('archives.withdrawDestruction', {
    summary: { zh: '撤回销毁清册', en: 'Withdraw a destruction list' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: ReasonDto, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
