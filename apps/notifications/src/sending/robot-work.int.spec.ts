import { newId } from '@property-office/kernel';
import { robotPlatforms } from '@property-office/channels';
import { startRobotReceiver, type RobotReceiver } from '@property-office/testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { robotsOf, type GroupRobot } from '../persistence/group-robots';

const secret = 'SECc0ffee';

describe('messages to groups of the staff', () => {
  let office: NotificationsUnderTest;
  let receiver: RobotReceiver;

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    receiver = await startRobotReceiver(secret);
  });
  afterEach(() => receiver.stop());

  async function robot(more: Partial<GroupRobot> = {}): Promise<string> {
    const platform = more.platform ?? 'feishu';
    const made: GroupRobot = {
      id: newId(), siteId: office.awake, name: '客服群', platform, staffGroup: 'desk', crewId: null, host: 'h', hasSecret: true, language: 'zh', atNight: false,
      createdAt: new Date(), version: 1, ...more,
    };
    await office.database.transaction(async (tx) => office.robots.insert(tx, made, { url: receiver.urls[platform], secret: platform === 'wecom' ? null : secret }));
    return made.id;
  }
  const say = (endpointId: string, more: object = {}) =>
    office.enqueue({ channel: 'robot', receiver: { endpointId }, content: { type: 'notification', ref: { kind: 'repair-reported', data: { number: 'R-1', repairClass: 'P0' } } }, ...more });

  it.each(robotPlatforms)('%s: address and secret lie encrypted, the group reads it in its language', async (platform) => {
    await say(await robot({ platform, language: 'en' }));
    const [stored] = await office.database.query<{ all: string }>('SELECT group_robot::text AS all FROM group_robot');
    expect(stored!.all).not.toMatch(/SECc0ffee|127\.0\.0\.1/);
    expect(await office.byRobot().sendDue()).toBe(1);
    expect(receiver.said).toEqual([{ platform, text: 'New repair request R-1 (P0)' }]);
  });

  it('wait for the morning, except what is urgent, and except a group of the night', async () => {
    const [day, night] = [await robot({ siteId: office.asleep }), await robot({ siteId: office.asleep, atNight: true })];
    const siteId = office.asleep;
    await say(day, { siteId });
    expect(await office.byRobot().sendDue()).toBe(0);
    await say(day, { siteId, urgent: true });
    await say(night, { siteId });
    expect(await office.byRobot().sendDue()).toBe(2);
  });

  it('keep to the pace of the platform: what is too much for a round is put back untried', async () => {
    const id = await robot({ platform: 'wecom' });
    for (let i = 0; i < 6; i++) await say(id);
    const sent = await office.byRobot().sendDue();
    expect(sent).toBeLessThan(6);
    expect(sent).toBeGreaterThan(1);
    const rows = await office.rows('robot');
    expect(rows.filter(({ state, attempts }) => state === 'waiting' && attempts === 0)).toHaveLength(6 - sent);
    expect(receiver.said).toHaveLength(sent);
  });

  it('are left alone for as long as the platform asks', async () => {
    const id = await robot({ platform: 'dingtalk' });
    await say(id);
    await say(id);
    receiver.instead = () => ({ status: 200, body: { errcode: 130101, errmsg: 'send too fast' } });
    expect(await office.byRobot().sendDue()).toBe(0);
    expect(receiver.received).toHaveLength(1);
    const waits = (await office.rows('robot')).map(({ wait }) => wait);
    expect(Math.min(...waits)).toBeGreaterThan(590);
  });

  it('belong to one group of one site', async () => {
    const crewId = newId();
    const [desk, crew] = [await robot(), await robot({ staffGroup: 'crew', crewId })];
    await robot({ siteId: office.asleep });
    const found = (...of: [string, 'desk' | 'crew' | 'management', string?]) => office.database.transaction((tx) => robotsOf(tx, ...of));
    expect(await found(office.awake, 'desk')).toEqual([desk]);
    expect(await found(office.awake, 'crew', crewId)).toEqual([crew]);
    expect(await found(office.awake, 'crew', newId())).toEqual([]);
    expect(await found(office.awake, 'management')).toEqual([]);
  });
});
