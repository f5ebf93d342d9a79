import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { ApproveDestructionHandler } from './approve-destruction.handler';

@Controller('api/destructions')
export class ApproveDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveDestructionHandler,
  ) {}

  @Post(':id/approve')
  @Operation('archives.approveDestruction', {
    summary: { zh: '批准销毁', en: 'Approve a destruction' },
    description: { zh: '申请人不能批准。', en: 'Never by who applied.' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  approve(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
