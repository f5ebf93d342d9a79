import { Body, Controller, Patch } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, assertFresh, Command, Commands, Flag, OneOf, Operation, PathId, requiredMatch, Text } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { GroupRobots } from '../../persistence/group-robots';
import { assertSigns } from '../create-group-robot/create-group-robot.handler';
import { EndpointAddress } from '../endpoint-address';
import { groupRobotView, GroupRobotView } from '../group-robot.view';

/** What is left out stays as it is; address and secret go together. */
export class ChangeGroupRobotDto {
  @Text({ label: { zh: '名称', en: 'name' }, max: 50, optional: true })
  name?: string;

  /** With a new address comes its secret, or none. */
  @Text({ label: { zh: '机器人地址', en: 'address of the robot' }, max: 500, optional: true })
  url?: string;

  /** Only with an address. */
  @Text({ label: { zh: '加签密钥', en: 'signing secret' }, max: 200, optional: true })
  secret?: string;

  @OneOf(['zh', 'en'], { label: { zh: '语言', en: 'language' }, optional: true })
  language?: 'zh' | 'en';

  @Flag({ label: { zh: '夜间也发送', en: 'also at night' }, optional: true })
  atNight?: boolean;
}

@Controller('api/group-robots')
export class ChangeGroupRobotController {
  constructor(
    private readonly commands: Commands,
    private readonly robots: GroupRobots,
    private readonly address: EndpointAddress,
    private readonly audit: Audit,
  ) {}

  @Patch(':id')
  @Operation('notifications.changeGroupRobot', {
    summary: { zh: '修改群机器人', en: 'Change a group robot' },
    ok: 200,
    okBody: GroupRobotView,
    errors: ['stale', 'precondition-missing'],
  })
  change(@PathId() id: string, @Body() input: ChangeGroupRobotDto, @Command() command: CommandContext): Promise<Answer<GroupRobotView>> {
    requiredMatch(command);
    const { url, secret = null } = input;
    if (url === undefined && secret !== null) throw secretAlone();
    return this.commands.act(
      command,
      async (tx) => {
        const robot = await this.robots.lock(tx, command.principal, command.operation, id);
        if (!robot) throw notificationErrors.endpointUnknown();
        assertFresh(command, robot.version);
        const { actor } = actOf(tx, command, robot.siteId, {});
        if (url !== undefined) assertSigns(robot.platform, secret);
        const changed = {
          ...robot,
          name: input.name ?? robot.name,
          language: input.language ?? robot.language,
          atNight: input.atNight ?? robot.atNight,
          ...(url !== undefined && { host: this.address.check(url).host, hasSecret: secret !== null }),
          version: robot.version + 1,
        };
        this.robots.update(tx, changed, url === undefined ? undefined : { url, secret });
        const details = { fields: Object.keys(input) };
        this.audit.record(tx, { actor, operation: command.operation, objectType: 'group-robot', objectId: id, siteId: robot.siteId, details });
        return changed;
      },
      groupRobotView,
    );
  }
}

function secretAlone() {
  const message = { zh: '修改密钥时请同时填写机器人地址', en: 'Give the address of the robot with a new secret' };
  return notificationErrors.endpointInvalid({}, { fields: [{ pointer: '/url', message }] });
}
