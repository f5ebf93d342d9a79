import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { ReasonDto } from '../../../lists/features/reason.dto';
import { RefuseDestructionHandler } from './refuse-destruction.handler';

@Controller('api/destructions')
export class RefuseDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RefuseDestructionHandler,
  ) {}

  @Post(':id/refuse')
  @Operation('archives.refuseDestruction', {
    summary: { zh: '不予批准销毁', en: 'Refuse a destruction' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  refuse(@PathId() id: string, @Body() input: ReasonDto, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
