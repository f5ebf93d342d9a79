import { Body, Controller, Patch } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { CrewView, crewView } from '../crew.view';
import { ChangeCrewDto } from './change-crew.dto';
import { ChangeCrewHandler } from './change-crew.handler';

@Controller('api/crews')
export class ChangeCrewController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangeCrewHandler,
  ) {}

  @Patch(':id')
  @Operation('directory.changeCrew', {
    summary: { zh: '修改班组', en: 'Change a crew' },
    ok: 200,
    okBody: CrewView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  change(
    @PathId() id: string,
    @Body() input: ChangeCrewDto,
    @Command() command: CommandContext,
  ): Promise<Answer<CrewView>> {
    return this.commands.run(command, async (tx) => {
      const crew = await this.handler.execute(tx, command, id, input);
      return ok(crewView(crew), crew.version);
    });
  }
}
