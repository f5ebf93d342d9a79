import { newId } from '@property-office/kernel';
import { newWebhookSecret } from '@property-office/channels';
import { startWebhookReceiver, type WebhookReceiver } from '@property-office/testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { Inbox } from '../persistence/inbox';
import { webhooksFor } from '../persistence/webhooks';

describe('messages to other systems', () => {
  let office: NotificationsUnderTest;
  let receiver: WebhookReceiver;
  const send = (): Promise<number> => office.byWebhook().sendDue();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    receiver = await startWebhookReceiver(newWebhookSecret());
  });
  afterEach(() => receiver.stop());

  async function endpoint(url = `${receiver.url}/hooks`): Promise<string> {
    const id = newId();
    const made = { id, siteId: office.awake, name: 'ERP', url, events: ['repair-request.reported' as const], state: 'enabled' as const };
    const rest = { disabledAt: null, disabledReason: null, lastDeliveredAt: null, createdAt: new Date(), version: 1 };
    await office.database.transaction(async (tx) => office.webhooks.insert(tx, { ...made, ...rest }, receiver.secret!));
    return id;
  }
  const enqueue = (endpointId: string, number = 'R-1') => office.enqueue({ channel: 'webhook', receiver: { endpointId }, content: { type: 'cloud-event', ref: { type: 'x', data: { number } } } });
  const state = async (id: string) =>
    (await office.database.query<{ state: string; disabled_reason: string | null }>('SELECT state, disabled_reason FROM webhook WHERE id = $1', [id]))[0];

  it('are signed, stored encrypted, and honoured once however often they come', async () => {
    const id = await endpoint();
    const [stored] = await office.database.query<{ all: string }>('SELECT webhook::text AS all FROM webhook');
    expect(stored!.all).not.toContain(receiver.secret!.slice(6));
    await enqueue(id);
    receiver.late = () => 'reset';
    expect(await send()).toBe(0);
    receiver.late = undefined;
    await office.due();
    expect(await send()).toBe(1);
    expect(new Set(receiver.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect([...receiver.effects.values()]).toEqual([{ type: 'x', data: { number: 'R-1' } }]);
  });

  it('are signed under the old secret, too, for a day', async () => {
    const id = await endpoint();
    await office.database.transaction(async (tx) => office.webhooks.replaceSecret(tx, id, newWebhookSecret(), 2));
    await enqueue(id);
    expect(await send()).toBe(1);
    await office.database.query(`UPDATE webhook SET old_secret_until = platform.now() - interval '1 second'`);
    await enqueue(id);
    expect(await send()).toBe(0);
  });

  it('disable a receiver that took none of a delivery, and tell the operators in their inbox, once', async () => {
    const [id, operator] = [await endpoint(), newId()];
    await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, 'operator', NULL, '2026-01-01')`, [newId(), operator]);
    receiver.instead = () => ({ status: 500 });
    await enqueue(id, 'R-1');
    await enqueue(id, 'R-2');
    for (let i = 0; i < 24; i++) {
      await office.due();
      await send();
    }
    expect(await state(id)).toEqual({ state: 'disabled', disabled_reason: 'receiver-failed' });
    expect((await office.rows('webhook')).map(({ state: each }) => each)).toEqual(['failed', 'failed']);
    const { items } = await new Inbox(office.database).page(operator, { limit: 10 });
    expect(items).toMatchObject([{ kind: 'webhook-disabled', subjectType: 'webhook', subjectId: id, data: { name: 'ERP' } }]);
    expect(await office.database.transaction((tx) => webhooksFor(tx, office.awake, 'repair-request.reported'))).toEqual([]);
  });

  it('keep a receiver that refuses one thing and takes another', async () => {
    const id = await endpoint();
    receiver.instead = ({ body }) => (body.includes('R-1') ? { status: 422 } : undefined);
    await enqueue(id, 'R-1');
    for (let i = 0; i < 12; i++) {
      await office.due();
      await send();
      if (i !== 5) continue;
      await enqueue(id, 'R-2');
      expect(await send()).toBe(1);
    }
    expect((await office.rows('webhook')).map(({ state: each }) => each).sort()).toEqual(['failed', 'sent']);
    expect(await state(id)).toMatchObject({ state: 'enabled' });
  });

  it('disable at once a receiver that says it is gone', async () => {
    const id = await endpoint();
    receiver.instead = () => ({ status: 410 });
    await enqueue(id);
    await send();
    expect(await state(id)).toEqual({ state: 'disabled', disabled_reason: 'receiver-gone' });
  });

  it('go nowhere that is not allowed', async () => {
    const id = await endpoint('https://10.0.0.1/hooks');
    await enqueue(id);
    await send();
    expect(await office.rows('webhook')).toMatchObject([{ state: 'failed', last_reason: 'address-forbidden' }]);
  });

  it('to a slow receiver hold up no other', async () => {
    const quick = await startWebhookReceiver(receiver.secret);
    const [slow, other] = [await endpoint(), await endpoint(`${quick.url}/hooks`)];
    receiver.instead = () => 'silence';
    for (let i = 0; i < 3; i++) await enqueue(slow);
    for (let i = 0; i < 3; i++) await enqueue(other);
    expect(await send()).toBe(3);
    expect(receiver.received).toHaveLength(1);
    expect(quick.effects.size).toBe(3);
    await quick.stop();
  });

  it('are not sent to one that was removed', async () => {
    const id = await endpoint();
    await enqueue(id);
    await office.database.transaction(async (tx) => office.webhooks.close(tx, id));
    expect(await send()).toBe(0);
    expect(await office.rows('webhook')).toMatchObject([{ state: 'failed', last_reason: 'receiver-gone' }]);
    expect(receiver.received).toHaveLength(0);
  });
});
