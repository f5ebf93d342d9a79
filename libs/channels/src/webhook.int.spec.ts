import { startWebhookReceiver, type WebhookReceiver } from '@property-office/testing';
import { Webhook } from 'standardwebhooks';
import { guardedAgent } from './http/guarded-agent';
import { AddressPolicy } from './http/networks';
import { newWebhookSecret, WebhookProvider } from './webhook';

const payload = '{"type":"repair-request.reported","data":{"number":"R-20261123-10007"}}';

describe('webhooks (Standard Webhooks)', () => {
  let receiver: WebhookReceiver;
  const secret = newWebhookSecret();
  const agent = guardedAgent(new AddressPolicy(['127.0.0.1']));
  const provider = new WebhookProvider(agent);
  const send = (key = 'msg_1', secrets = [secret]) => provider.send({ url: `${receiver.url}/hooks?tenant=7`, secrets, payload }, key);

  beforeEach(async () => {
    receiver = await startWebhookReceiver(secret);
  });
  afterEach(() => receiver.stop());
  afterAll(() => agent.destroy());

  it('are understood by whoever verifies them by the standard', async () => {
    expect(await send()).toEqual({ result: 'delivered', reference: null });
    expect([...receiver.effects]).toEqual([['msg_1', JSON.parse(payload)]]);
    const { headers, path } = receiver.received[0]!;
    expect(path).toBe('/hooks?tenant=7');
    expect(headers).toMatchObject({ 'webhook-id': 'msg_1', 'webhook-timestamp': expect.stringMatching(/^\d{10}$/), 'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/) });
  });

  it('have an id that is the same on every attempt, by which they take effect once', async () => {
    receiver.late = () => 'reset';
    expect(await send()).toMatchObject({ result: 'temporary', reason: 'unreachable' });
    receiver.late = undefined;
    expect(await send()).toMatchObject({ result: 'delivered' });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(['msg_1', 'msg_1']);
    expect(receiver.effects.size).toBe(1);
  });

  it.each([
    ['an address', { url: 'no address', secrets: [secret] }],
    ['a secret', { url: 'https://example.org', secrets: ['whsec_not base64!'] }],
  ])('fail for good without %s, and throw nothing', async (_, message) => {
    expect(await provider.send({ ...message, payload }, 'msg_1')).toMatchObject({ result: 'permanent', reason: 'content-failed' });
  });

  it('are signed under both secrets while one replaces the other', async () => {
    const next = newWebhookSecret();
    await send('msg_2', [next, secret]);
    const { body, headers } = receiver.received[0]!;
    expect(receiver.effects.size).toBe(1);
    expect(new Webhook(next).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(payload));
  });

  it('under a secret that is not theirs are refused by the receiver', async () => {
    expect(await send('msg_3', [newWebhookSecret()])).toMatchObject({ result: 'temporary', reason: 'refused', detail: expect.stringContaining('HTTP 401') });
    expect(receiver.effects.size).toBe(0);
  });

  it.each([
    [{ status: 202 }, { result: 'delivered' }],
    ['huge', { result: 'delivered' }],
    [{ status: 410 }, { result: 'permanent', reason: 'receiver-gone' }],
    [{ status: 301, headers: { location: 'http://127.0.0.1/' } }, { result: 'temporary', detail: 'HTTP 301: redirects are not followed' }],
    [{ status: 404 }, { result: 'temporary', reason: 'refused' }],
    [{ status: 500 }, { result: 'temporary', reason: 'receiver-failed' }],
    [{ status: 429, headers: { 'retry-after': '30' } }, { result: 'temporary', reason: 'throttled', retryAfterMs: 30_000 }],
    ['reset', { result: 'temporary', reason: 'unreachable' }],
    ['silence', { result: 'temporary', reason: 'timeout', detail: 'no answer within 10000 ms' }],
  ] as const)('%j', async (answering, outcome) => {
    receiver.instead = () => answering;
    expect(await send()).toMatchObject(outcome);
    expect(receiver.received).toHaveLength(1);
  });

  it('reach nothing private unless it is allowed', async () => {
    const guarded = guardedAgent(new AddressPolicy());
    expect(await new WebhookProvider(guarded).send({ url: receiver.url, secrets: [secret], payload }, 'm')).toMatchObject({ result: 'permanent', reason: 'address-forbidden' });
    expect(receiver.received).toHaveLength(0);
    await guarded.destroy();
  });
});
