import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { groupRobotView, GroupRobotView } from '../group-robot.view';
import { CreateGroupRobotDto } from './create-group-robot.dto';
import { CreateGroupRobotHandler } from './create-group-robot.handler';

@Controller('api/group-robots')
export class CreateGroupRobotController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CreateGroupRobotHandler,
  ) {}

  @Post()
  @Operation('notifications.createGroupRobot', { summary: { zh: '添加群机器人', en: 'Add a group robot' }, ok: 201, okBody: GroupRobotView })
  create(@Body() input: CreateGroupRobotDto, @Command() command: CommandContext): Promise<Answer<GroupRobotView>> {
    return this.commands.run(command, async (tx) => {
      const robot = await this.handler.execute(tx, command, input);
      return created(`/api/group-robots/${robot.id}`, groupRobotView(robot), robot.version);
    });
  }
}
