import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { NameWitnessDto } from './name-witness.dto';
import { NameWitnessHandler } from './name-witness.handler';

@Controller('api/destructions')
export class NameWitnessController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: NameWitnessHandler,
  ) {}

  @Post(':id/name-witness')
  @Operation('archives.nameWitness', {
    summary: { zh: '指定监销人', en: 'Name a destruction witness' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  name(@PathId() id: string, @Body() input: NameWitnessDto, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
