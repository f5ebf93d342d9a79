import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { SuperiorView, superiorView } from '../superior.view';
import { SetSuperiorDto } from './set-superior.dto';
import { SetSuperiorHandler } from './set-superior.handler';

@Controller('api/superiors')
export class SetSuperiorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetSuperiorHandler,
  ) {}

  @Post()
  @Operation('directory.setSuperior', {
    summary: { zh: '指定上级', en: 'Say who answers for a person' },
    ok: 201,
    okBody: SuperiorView,
    errors: ['conflict'],
  })
  set(@Body() input: SetSuperiorDto, @Command() command: CommandContext): Promise<Answer<SuperiorView>> {
    return this.commands.run(command, async (tx) => {
      const made = await this.handler.execute(tx, command.principal, input);
      return created(`/api/superiors/${made.id}`, superiorView(made), made.version);
    });
  }
}
