import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, created, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { ApplyForDestructionDto } from './apply-for-destruction.dto';
import { ApplyForDestructionHandler } from './apply-for-destruction.handler';

@Controller('api/destructions')
export class ApplyForDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApplyForDestructionHandler,
  ) {}

  @Post()
  @Operation('archives.applyForDestruction', { summary: { zh: '申请销毁档案', en: 'Apply for the destruction of records' }, ok: 201, okBody: DestructionView, errors: ['conflict'] })
  apply(@Body() input: ApplyForDestructionDto, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const destruction = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/destructions/${destruction.id}`, destructionView(destruction), destruction.version);
      },
      () => this.handler.prepare(),
    );
  }
}
