import { Controller, Delete } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, Command, Commands, noContent, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { GroupRobots } from '../../persistence/group-robots';

@Controller('api/group-robots')
export class CloseGroupRobotController {
  constructor(
    private readonly commands: Commands,
    private readonly robots: GroupRobots,
    private readonly audit: Audit,
  ) {}

  @Delete(':id')
  @Operation('notifications.closeGroupRobot', { summary: { zh: '移除群机器人', en: 'Remove a group robot' }, ok: 204 })
  close(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<undefined>> {
    return this.commands.run(command, async (tx) => {
      const robot = await this.robots.lock(tx, command.principal, command.operation, id);
      if (!robot) throw notificationErrors.endpointUnknown();
      const { actor } = actOf(tx, command, robot.siteId, {});
      this.robots.close(tx, id);
      this.audit.record(tx, { actor, operation: command.operation, objectType: 'group-robot', objectId: id, siteId: robot.siteId });
      return noContent();
    });
  }
}
