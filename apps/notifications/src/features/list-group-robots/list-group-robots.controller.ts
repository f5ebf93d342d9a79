import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { GroupRobots } from '../../persistence/group-robots';
import { groupRobotView, GroupRobotView } from '../group-robot.view';
import { OfSiteQuery } from '../of-site.query';

export class GroupRobotPage {
  @ApiProperty({ type: [GroupRobotView] })
  items!: GroupRobotView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/group-robots')
export class ListGroupRobotsController {
  constructor(private readonly robots: GroupRobots) {}

  @Get()
  @Operation('notifications.listGroupRobots', { summary: { zh: '群机器人', en: 'Group robots' }, ok: 200, okBody: GroupRobotPage })
  async list(@Query() query: OfSiteQuery, @Acting() principal: Principal): Promise<GroupRobotPage> {
    const { items, nextCursor } = await this.robots.page(principal, query);
    return { items: items.map(groupRobotView), nextCursor };
  }
}
