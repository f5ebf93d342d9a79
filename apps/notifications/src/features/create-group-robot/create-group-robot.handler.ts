import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { RobotPlatform } from '@property-office/channels';
import { newId, type Localized } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { GroupRobots, type GroupRobot } from '../../persistence/group-robots';
import { EndpointAddress } from '../endpoint-address';
import { assertKnownSite } from '../known-site';
import type { CreateGroupRobotDto } from './create-group-robot.dto';

@Injectable()
export class CreateGroupRobotHandler {
  constructor(
    private readonly robots: GroupRobots,
    private readonly address: EndpointAddress,
    private readonly audit: Audit,
  ) {}

  /** @throws roleMayNot (403), endpointInvalid (400) */
  async execute(tx: Transaction, command: CommandContext, input: CreateGroupRobotDto): Promise<GroupRobot> {
    const { siteId, name, platform, group, crewId = null, secret = null, language = 'zh', atNight = false } = input;
    const { actor } = actOf(tx, command, siteId, {});
    await assertKnownSite(tx, siteId);
    const { host } = this.address.check(input.url);
    if ((group === 'crew') !== (crewId !== null)) throw wrong('/crewId', crewWanted);
    assertSigns(platform, secret);
    const robot = { id: newId(), siteId, name, platform, staffGroup: group, crewId, host, hasSecret: secret !== null, language, atNight, createdAt: tx.now, version: 1 };
    this.robots.insert(tx, robot, { url: input.url, secret });
    this.audit.record(tx, { actor, operation: command.operation, objectType: 'group-robot', objectId: robot.id, siteId, details: { platform, group } });
    return robot;
  }
}

/** @throws endpointInvalid (400) for a secret that the platform has no use for */
export function assertSigns(platform: RobotPlatform, secret: string | null): void {
  if (platform === 'wecom' && secret !== null) throw wrong('/secret', noSecret);
}

const crewWanted = { zh: '班组群需要选择班组，其他群不能选', en: 'The group of a crew needs the crew, others have none' };
const noSecret = { zh: '企业微信机器人没有加签密钥', en: 'Robots of WeCom have no signing secret' };

const wrong = (pointer: string, message: Localized) => notificationErrors.endpointInvalid({}, { fields: [{ pointer, message }] });
