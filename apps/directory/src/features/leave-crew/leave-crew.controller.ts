import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { CrewMembershipView, crewMembershipView } from '../crew.view';
import { EndDto } from '../span.dto';
import { LeaveCrewHandler } from './leave-crew.handler';

@Controller('api/crew-memberships')
export class LeaveCrewController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: LeaveCrewHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.leaveCrew', {
    summary: { zh: '离开班组', en: 'Take a person out of a crew' },
    ok: 200,
    okBody: CrewMembershipView,
    errors: ['conflict', 'stale'],
  })
  leave(
    @PathId() id: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<CrewMembershipView>> {
    return this.commands.run(command, async (tx) => {
      const membership = await this.handler.execute(tx, command, id, input);
      return ok(crewMembershipView(membership), membership.version);
    });
  }
}
