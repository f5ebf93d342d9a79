import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { CarryOutDestructionDto } from './carry-out-destruction.dto';
import { CarryOutDestructionHandler } from './carry-out-destruction.handler';

@Controller('api/destructions')
export class CarryOutDestructionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CarryOutDestructionHandler,
  ) {}

  @Post(':id/carry-out')
  @Operation('archives.carryOutDestruction', {
    summary: { zh: '执行销毁', en: 'Carry out a destruction' },
    description: { zh: '两名监销人签字之后，不可恢复：文件销毁，著录、清册、凭证保留。', en: 'After two witnesses have signed, and never undone: files are destroyed; description, list and proof remain.' },
    ok: 200,
    okBody: DestructionView,
    errors: ['conflict', 'stale'],
  })
  carryOut(@PathId() id: string, @Body() input: CarryOutDestructionDto, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), destructionView);
  }
}
