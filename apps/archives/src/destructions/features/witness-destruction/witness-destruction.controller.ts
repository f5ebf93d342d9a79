import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { WitnessDestructionHandler } from './witness-destruction.handler';

@Controller('api/destructions')
export class WitnessDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WitnessDestructionHandler,
  ) {}

  @Post(':id/witness')
  @Operation('archives.witnessDestruction', {
    summary: { zh: '监销签字', en: 'Sign as a destruction witness' },
    description: { zh: '本人签字；申请人、批准人不能监销。', en: 'In person; neither who applied nor who approved.' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  witness(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
