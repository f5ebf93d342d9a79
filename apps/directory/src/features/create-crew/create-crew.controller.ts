import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { CrewView, crewView } from '../crew.view';
import { CreateCrewDto } from './create-crew.dto';
import { CreateCrewHandler } from './create-crew.handler';

@Controller('api/crews')
export class CreateCrewController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CreateCrewHandler,
  ) {}

  @Post()
  @Operation('directory.createCrew', {
    summary: { zh: '新建班组或外包单位', en: 'Register a crew or a contractor' },
    ok: 201,
    okBody: CrewView,
    errors: ['conflict'],
  })
  create(@Body() input: CreateCrewDto, @Command() command: CommandContext): Promise<Answer<CrewView>> {
    return this.commands.run(command, async (tx) => {
      const crew = await this.handler.execute(tx, command.principal, input);
      return created(`/api/crews/${crew.id}`, crewView(crew), crew.version);
    });
  }
}
