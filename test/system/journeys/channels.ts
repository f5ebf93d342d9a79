import { waitFor } from '@property-office/testing';
import { exchange, type Answer, type Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import type { Outside } from '../../support/outside';
import { accepted, report } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView } from '../../support/views';

const hour = 3_600_000;

interface DeliveryView {
  id: string;
  channel: string;
  state: string;
  urgent: boolean;
  attempts: number;
  reason: string | null;
  reasonText: string | null;
  nextTryAt: string | null;
}
interface InboxView {
  kind: string;
  title: string;
  subject: { type: string; id: string };
}
interface EndpointView {
  id: string;
  version: number;
  enabled?: boolean;
  secret?: string;
}

export const channels = journey('what leaves the house (W2.4)', (given) => {
  let office: Office;
  let mail: Outside['mail'];
  let sms: Outside['sms'];
  let wechat: Outside['sms'];
  let robots: Outside['robots'];
  let hooks: Outside['hooks'];
  let [resident, director, operator]: Session[] = [];
  let siteId: string;
  let webhook: EndpointView;

  beforeAll(async () => {
    ({ office } = given);
    ({ mail, sms, wechat, robots, hooks } = given.outside);
    // The demonstration's first resident has a guest who overstays: of that they hear, too.
    [resident, director, operator] = [await office.as('resident2'), await office.as('director'), await office.as('operator')];
    siteId = resident.who.homes[0]!.siteId;
  });

  const put = <T>(who: Session, path: string, body: object, etag: string, method = 'PUT'): Promise<Answer<T>> =>
    who.send<T>(method, path, JSON.stringify(body), { headers: { 'content-type': 'application/json', 'if-match': etag } });
  async function choose(who: Session, settings: object): Promise<void> {
    const { headers } = await who.get('/api/notification-settings');
    accepted(await put(who, '/api/notification-settings', settings, headers.etag!), 200);
  }
  const deliveries = async (filter: string, who = operator!): Promise<DeliveryView[]> => accepted(await who.get<PageView<DeliveryView>>(`/api/deliveries?${filter}`), 200).items;
  const until = (what: string, holds: () => boolean | Promise<boolean>) => waitFor(holds, { what, timeoutMs: 30_000 });

  it('a person chooses channels and quiet hours', async () => {
    await choose(resident!, { email: 'lin@example.org', wechatId: 'oLin-1', language: 'zh', channels: { repairs: ['email', 'sms', 'wechat'] } });
    const settings = accepted(await resident!.get<object>('/api/notification-settings'), 200);
    expect(settings).toMatchObject({
      channels: { repairs: ['email', 'sms', 'wechat'], work: ['email'], notices: ['email'] },
      quietHours: { from: '22:00', to: '07:00' },
    });
    const { headers } = await resident!.get('/api/notification-settings');
    const wrong = await put<Problem>(resident!, '/api/notification-settings', { language: 'zh', quietHours: { from: '25:00', to: '07:00' } }, headers.etag!);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'quiet-hours-invalid', errors: [{ pointer: '/quietHours/from' }] } });
    const pigeon = await put<Problem>(resident!, '/api/notification-settings', { language: 'zh', channels: { repairs: ['pigeon'] } }, headers.etag!);
    expect(pigeon).toMatchObject({ status: 400, body: { errors: [{ pointer: '/channels/repairs' }] } });
  });

  it('robots and webhooks are set up by whoever may, and keep their secrets', async () => {
    const robot = { siteId, name: '客服群', platform: 'dingtalk', group: 'desk', url: robots.urls.dingtalk, secret: 'SECc0ffee' };
    expect((await resident!.post('/api/group-robots', robot)).status).toBe(403);
    const made = await director!.post('/api/group-robots', robot);
    expect(made.status).toBe(201);
    expect(made.text).not.toMatch(/SECc0ffee|access_token/);
    expect((await director!.get(`/api/group-robots?siteId=${siteId}`)).text).not.toMatch(/SECc0ffee|access_token/);

    const hook = { siteId, name: 'ERP', url: `${hooks.url}/hooks`, events: ['repair-request.reported', 'repair-request.closed'] };
    webhook = accepted(await operator!.post<EndpointView>('/api/webhooks', hook, { key: 'make-the-hook' }), 201);
    expect(webhook.secret).toMatch(/^whsec_/);
    hooks.secret = webhook.secret;
    expect(accepted(await operator!.post<EndpointView>('/api/webhooks', hook, { key: 'make-the-hook' }), 201)).toEqual(webhook);
    const [stored] = await office.query<{ found: boolean }>(`SELECT EXISTS (SELECT 1 FROM notifications.idempotency WHERE body LIKE '%whsec_%') AS found`);
    expect(stored).toEqual({ found: false });
    expect((await operator!.get('/api/webhooks')).text).not.toContain('whsec_');
    const audited = await office.query<{ operation: string }>(`SELECT operation FROM notifications.audit ORDER BY at`);
    expect(audited.map(({ operation }) => operation)).toEqual(['notifications.createGroupRobot', 'notifications.createWebhook']);
  });

  it.each([
    ['/api/webhooks', { name: 'x', url: 'https://169.254.169.254/latest', events: ['repair-request.reported'] }, '/url', '不允许使用内网地址'],
    ['/api/webhooks', { name: 'x', url: 'ftp://example.org', events: ['repair-request.reported'] }, '/url', 'https://'],
    ['/api/webhooks', { name: 'x', url: 'https://example.org', events: [] }, '/events', '至少 1 项'],
    ['/api/group-robots', { name: 'x', platform: 'wecom', group: 'desk', url: 'https://example.org', secret: 's' }, '/secret', '没有加签密钥'],
    ['/api/group-robots', { name: 'x', platform: 'feishu', group: 'crew', url: 'https://example.org' }, '/crewId', '班组'],
  ])('%s refuses %j', async (path, body, pointer, message) => {
    const answer = await operator!.post<Problem>(path, { siteId, ...body });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer, message: expect.stringContaining(message) }] } });
  });

  it('a repair reported at night: P2 waits for the morning, other systems hear of it at once', async () => {
    const now = await office.clock.now();
    const shanghai = new Date(now.getTime() + 8 * hour);
    const night = Date.UTC(shanghai.getUTCFullYear(), shanghai.getUTCMonth(), shanghai.getUTCDate() + 1, 23) - 8 * hour;
    await office.clock.skip(night - now.getTime());
    await report(resident!, { category: 'lock', description: '门锁坏了，钥匙拔不出来' });
    await until('the webhook', () => hooks.effects.size === 1);
    await until('what waits', async () => (await deliveries('state=waiting')).filter(({ nextTryAt }) => nextTryAt!.endsWith('T23:00:00.000Z')).length === 4);
    // The webhook is marked as sent a moment after it has arrived.
    await until('the webhook to be noted', async () => !(await deliveries('state=waiting')).some(({ channel }) => channel === 'webhook'));
    expect((await deliveries('state=waiting')).map(({ channel }) => channel).sort()).toEqual(['email', 'robot', 'sms', 'wechat']);
    expect([mail.mails.length, sms.effects.size, wechat.effects.size, robots.said.length]).toEqual([0, 0, 0, 0]);
    const [payload] = [...hooks.effects.values()];
    expect(payload).toMatchObject({ specversion: '1.0', type: 'property-office.repair-request.reported.v1', data: { repairClass: 'P2', category: 'lock' } });
    expect(JSON.stringify(payload)).not.toMatch(/钥匙|林|1380013/);
  }, 180_000);

  it('P0 goes out at once, by every channel', async () => {
    const { number } = await report(resident!, { category: 'lift-entrapment', description: '电梯里有人' });
    await until('mail, SMS, robot and webhook', () => mail.mails.length === 1 && sms.effects.size === 1 && wechat.effects.size === 1 && robots.said.length === 1 && hooks.effects.size === 2);
    expect(mail.mails[0]).toMatchObject({ to: ['lin@example.org'] });
    expect([...sms.effects.values()]).toEqual([{ to: expect.stringMatching(/^1\d{10}$/), templateId: 'T1', parameters: { number, episode: '1' } }]);
    expect([...wechat.effects.values()]).toEqual([{ to: 'oLin-1', templateId: 'W1', parameters: { text: `您的报修 ${number} 已受理` } }]);
    expect(robots.said).toEqual([{ platform: 'dingtalk', text: expect.stringContaining(`新报修 ${number}（P0）`) }]);
    const audited = await office.query(`SELECT 1 FROM directory.personal_data_view WHERE reason = '发送短信通知'`);
    expect(audited.length).toBeGreaterThan(0);
  }, 180_000);

  it('in the morning the rest goes out, once', async () => {
    await office.clock.forward(8 * hour + 60_000);
    await until('mail, SMS and robot', () => mail.mails.length === 2 && sms.effects.size === 2 && wechat.effects.size === 2 && robots.said.length === 2);
    expect(await deliveries('state=waiting')).toEqual([]);
    expect(hooks.effects.size).toBe(2);
    expect(hooks.received).toHaveLength(2);
  }, 180_000);

  it('in the language of the person', async () => {
    await choose(resident!, { email: 'lin@example.org', language: 'en', channels: { repairs: ['email', 'sms'] } });
    const { number } = await report(resident!, { category: 'lift-entrapment' });
    const text = `Your repair request ${number} was accepted`;
    await until('the SMS', () => [...sms.effects.values()].some(({ templateId, parameters }) => templateId === 'T10' && parameters.text === text));
    await until('the mail', () => mail.mails.length === 3);
    expect(mail.mails[2]!.text).toContain(text);
  }, 180_000);

  it('the log is for operators and directors; what failed is tried again by hand, once', async () => {
    robots.instead = () => ({ status: 200, body: { errcode: 310000, errmsg: 'keywords not in content' } });
    await report(resident!, { category: 'lift-entrapment' });
    const [failed] = await waitFor(async () => ((await deliveries('state=failed')).length > 0 ? deliveries('state=failed&channel=robot', director!) : undefined), { what: 'the failure' });
    expect(failed).toMatchObject({ attempts: 1, reason: 'refused', reasonText: '对方拒绝接收', urgent: true });
    expect(accepted(await operator!.in('en').get<DeliveryView & { log: object[] }>(`/api/deliveries/${failed!.id}`), 200)).toMatchObject({
      reasonText: 'The receiver refused it',
      log: [{ number: 1, outcome: 'permanent', detail: 'errcode 310000 keywords not in content' }],
    });
    for (const path of ['/api/deliveries', `/api/deliveries/${failed!.id}`]) expect((await resident!.get(path)).status).toBe(403);
    expect((await resident!.post(`/api/deliveries/${failed!.id}/retry`, {})).status).toBe(403);
    robots.instead = undefined;
    const before = robots.said.length;
    expect(accepted(await operator!.post<DeliveryView>(`/api/deliveries/${failed!.id}/retry`, {}), 200)).toMatchObject({ state: 'waiting' });
    await until('the message', () => robots.said.length === before + 1);
    await until('its mark', async () => (await deliveries('state=sent&channel=robot')).some(({ id }) => id === failed!.id));
    const again = await operator!.post<Problem>(`/api/deliveries/${failed!.id}/retry`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'delivery-move-illegal', detail: '这次发送目前是“已发送”，不能“重新发送”。现在可以：没有。' } });
  }, 180_000);

  it('the list turns its pages without a gap', async () => {
    const all = (await deliveries('limit=100')).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: PageView<DeliveryView> = accepted(await operator!.get<PageView<DeliveryView>>(`/api/deliveries?limit=2${cursor && `&cursor=${cursor}`}`), 200);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
    expect(await deliveries(`channel=sms&personId=${resident!.who.id}`)).toHaveLength((await deliveries('channel=sms')).length);
    expect(await deliveries('channel=wechat&state=failed')).toEqual([]);
  });

  it('a receiver that is gone is switched off, and the operators are told in both languages', async () => {
    hooks.instead = () => ({ status: 410 });
    await report(resident!, { category: 'lock' });
    const told = await waitFor(async () => accepted(await operator!.get<PageView<InboxView>>('/api/inbox'), 200).items.find(({ kind }) => kind === 'webhook-disabled'), { what: 'the notice' });
    expect(told).toMatchObject({ title: 'Webhook“ERP”连续失败，已停用', subject: { type: 'webhook', id: webhook.id } });
    const inEnglish = accepted(await operator!.in('en').get<PageView<InboxView>>('/api/inbox'), 200).items;
    expect(inEnglish.map(({ title }) => title)).toContain('Webhook "ERP" kept failing and was switched off');
    const [listed] = accepted(await operator!.get<PageView<EndpointView>>('/api/webhooks'), 200).items;
    expect(listed).toMatchObject({ enabled: false, disabledReason: 'receiver-gone' });
    hooks.instead = undefined;
    expect((await put<Problem>(operator!, `/api/webhooks/${webhook.id}`, { enabled: true }, '"1"', 'PATCH')).status).toBe(412);
    accepted(await put(operator!, `/api/webhooks/${webhook.id}`, { enabled: true }, `"${listed!.version}"`, 'PATCH'), 200);
    const renewed = accepted(await operator!.post<EndpointView>(`/api/webhooks/${webhook.id}/reset-secret`, {}), 200);
    expect(renewed.secret).toMatch(/^whsec_/);
    expect(renewed.secret).not.toBe(webhook.secret);
    hooks.secret = renewed.secret;
    const before = hooks.effects.size;
    await report(resident!, { category: 'lock' });
    await until('the webhook under its new secret', () => hooks.effects.size === before + 1);
    expect((await operator!.send('DELETE', `/api/webhooks/${webhook.id}`, undefined)).status).toBe(204);
    expect((await operator!.send('DELETE', `/api/webhooks/${webhook.id}`, undefined)).status).toBe(404);
  }, 180_000);

  it('one-time codes are asked for by services only', async () => {
    const answer = await operator!.post('/internal/one-time-codes', { phone: '13800138000', code: '246810', language: 'zh', purpose: 'sign-in' });
    expect(answer.status).toBe(404);
  });

  it('what was done is measured', async () => {
    const url = office.urlOf('notifications');
    const text = await waitFor(
      async () => {
        const metrics = await exchange(url, { method: 'GET', path: '/metrics' });
        return /^deliveries_due\{channel="email"\} 0$/m.test(metrics.text) && metrics.text;
      },
      { what: 'the last e-mail to have left', timeoutMs: 30_000, intervalMs: 250 },
    );
    expect(text).toMatch(/^deliveries_total\{channel="sms",outcome="delivered"\} [1-9]/m);
    const refused = await office.query("SELECT FROM notifications.delivery_attempt a JOIN notifications.delivery d ON d.id = a.delivery_id WHERE d.channel = 'robot' AND a.outcome = 'permanent'");
    expect(refused.length).toBeGreaterThan(0);
    expect(text).toMatch(new RegExp(`^deliveries_total\\{channel="robot",outcome="permanent"\\} ${refused.length}$`, 'm'));
    expect(text).toMatch(/^deliveries_oldest_due_seconds\{channel="webhook"\} 0$/m);
  }, 180_000);
});
