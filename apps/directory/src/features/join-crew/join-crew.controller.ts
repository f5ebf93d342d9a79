import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation, PathId } from '@property-office/service-kit';
import { CrewMembershipView, crewMembershipView } from '../crew.view';
import { JoinCrewDto } from './join-crew.dto';
import { JoinCrewHandler } from './join-crew.handler';

@Controller('api/crews')
export class JoinCrewController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: JoinCrewHandler,
  ) {}

  @Post(':id/members')
  @Operation('directory.joinCrew', {
    summary: { zh: '加入班组', en: 'Put a person into a crew' },
    ok: 201,
    okBody: CrewMembershipView,
    errors: ['conflict', 'stale'],
  })
  join(
    @PathId() id: string,
    @Body() input: JoinCrewDto,
    @Command() command: CommandContext,
  ): Promise<Answer<CrewMembershipView>> {
    return this.commands.run(command, async (tx) => {
      const membership = await this.handler.execute(tx, command, id, input);
      return created(
        `/api/crew-memberships/${membership.id}`,
        crewMembershipView(membership),
        membership.version,
      );
    });
  }
}
