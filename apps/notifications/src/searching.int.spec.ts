import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { NotificationsUnderTest } from './notifications.fixture';
import { Inbox } from './persistence/inbox';
import { notify, type Notice } from './persistence/notify';
import { ReadDeliveries } from './persistence/read-deliveries';

describe('lists of notifications are searched in Chinese and English', () => {
  let office: NotificationsUnderTest;
  beforeAll(async () => (office = await NotificationsUnderTest.open()));
  afterAll(() => office.close());
  beforeEach(() => office.forget());

  const director = (): Principal => ({ personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles: [{ role: 'director', siteId: office.awake }], crews: [], homes: [] });
  const tell = (personId: string, more: Partial<Notice>): Promise<void> => {
    const told = { personId, siteId: office.awake, kind: 'repair-accepted' as const, subject: { type: 'repair-request' as const, id: newId() }, occasion: 'once', data: {}, happenedAt: new Date(), ...more };
    return office.database.transaction(async (tx) => notify(tx, told));
  };

  it('the inbox by the words of what was said, a number or a title, and one finds nothing of others', async () => {
    const [personId, other] = [newId(), newId()];
    await tell(personId, { data: { number: 'R-20261123-10007' } });
    await tell(personId, { kind: 'notice-released', data: { title: { zh: '停水通知', en: 'Water outage' } } });
    await tell(other, { kind: 'notice-released', data: { title: { zh: '停水通知', en: 'Water outage' } } });
    const inbox = new Inbox(office.database);
    const found = async (q: string) => (await inbox.page(personId, { limit: 10, q })).items.map(({ kind }) => kind);
    for (const q of ['停水', 'water OUTAGE', '公告', 'Notice']) expect([q, await found(q)]).toEqual([q, ['notice-released']]);
    for (const q of ['10007', '已受理', 'was accepted', '修']) expect([q, await found(q)]).toEqual([q, ['repair-accepted']]);
    // Neither the names of fields, nor what merely looks like a pattern.
    for (const q of ['title', 'number', '%%', '100%', '停电']) expect([q, await found(q)]).toEqual([q, []]);
    expect((await inbox.page(personId, { limit: 1, q: '通知' })).nextCursor).toBeNull();
    const { id, recordedAt } = (await inbox.page(personId, { limit: 10 })).items[0]!;
    expect((await inbox.page(personId, { limit: 10, q: '停水', cursor: { at: recordedAt.toISOString(), id } })).items).toEqual([]);
  });

  it('the delivery log by what it shows, never by contents', async () => {
    const robot = newId();
    await office.database.query(
      `INSERT INTO group_robot (id, site_id, name, platform, staff_group, url_cipher, host, language, at_night, created_at, version)
       VALUES ($1, $2, '客服夜班群 Night', 'wecom', 'desk', 'x', 'qyapi.weixin.qq.com', 'zh', true, platform.now(), 1)`,
      [robot, office.awake],
    );
    const content = { type: 'notification' as const, ref: { kind: 'repair-closed', data: { number: 'R-20261123-10007' } } };
    await office.enqueue({ receiver: { personId: newId() }, channel: 'email', content });
    await office.enqueue({ receiver: { endpointId: robot }, channel: 'robot', content: { type: 'notification', ref: { kind: 'work-order-yours', data: {} } } });
    await office.database.query(`UPDATE delivery SET state = 'failed', last_reason = 'refused', last_error = 'mailbox full 邮箱已满', reference = 'MX-88' WHERE channel = 'email'`);
    const log = new ReadDeliveries(office.database);
    const reader = director();
    const found = async (q: string) => (await log.page(reader, { limit: 10, q })).items.map(({ channel }) => channel);
    for (const q of ['邮箱已满', 'Mailbox', 'mx-88', '拒绝接收', 'receiver refused', '已结案', 'is closed']) expect([q, await found(q)]).toEqual([q, ['email']]);
    for (const q of ['夜班', 'night', '新的派工单']) expect([q, await found(q)]).toEqual([q, ['robot']]);
    for (const q of ['10007', '%%', '没有的词']) expect([q, await found(q)]).toEqual([q, []]);
    const elsewhere = { ...reader, roles: [{ role: 'director' as const, siteId: newId() }] };
    expect((await log.page(elsewhere, { limit: 10, q: 'Mailbox' })).items).toEqual([]);
  });

  it.each([['拒绝接收', 'reason'], ['已结案', 'kind']])('the delivery log by its indexes, however long it is: %s', async (q, own) => {
    let plan = '';
    const query = (sql: string, params: unknown[]) =>
      office.database.transaction(async (tx) => {
        // Without rows every way is as cheap: it is asked for one through indexes.
        await tx.query('SET LOCAL enable_seqscan = off');
        await tx.query('SET LOCAL enable_indexscan = off');
        plan = JSON.stringify(await tx.query(`EXPLAIN ${sql}`, params));
        return [];
      });
    const everywhere = { ...director(), roles: [{ role: 'director' as const, siteId: null }] };
    await new ReadDeliveries({ query } as unknown as Database).page(everywhere, { limit: 10, q });
    for (const index of ['said', own, 'endpoint']) expect(plan).toContain(`Bitmap Index Scan on delivery_${index}`);
  });

  it('robots and webhooks by name and address', async () => {
    const reader = director();
    const at = { siteId: office.awake, createdAt: new Date(), version: 1 };
    await office.database.transaction(async (tx) => {
      office.webhooks.insert(tx, { ...at, id: newId(), name: '业委会看板', url: 'https://board.example.org/in', events: [], state: 'enabled', disabledAt: null, disabledReason: null, lastDeliveredAt: null }, 'secret');
      const robot = { ...at, id: newId(), name: '工程班组 Crew', platform: 'feishu' as const, staffGroup: 'desk' as const, crewId: null, host: 'open.feishu.cn', hasSecret: false, language: 'zh' as const, atNight: false };
      office.robots.insert(tx, robot, { url: 'https://open.feishu.cn/x', secret: null });
    });
    const hooks = async (q: string) => (await office.webhooks.page(reader, { limit: 10, q })).items.length;
    const robots = async (q: string) => (await office.robots.page(reader, { limit: 10, q })).items.filter(({ name }) => name === '工程班组 Crew').length;
    for (const q of ['看板', 'BOARD.example']) expect([q, await hooks(q), await robots(q)]).toEqual([q, 1, 0]);
    for (const q of ['工程', 'crew', 'feishu']) expect([q, await hooks(q), await robots(q)]).toEqual([q, 0, 1]);
    for (const q of ['secret', '%%']) expect([q, await hooks(q), await robots(q)]).toEqual([q, 0, 0]);
  });
});
