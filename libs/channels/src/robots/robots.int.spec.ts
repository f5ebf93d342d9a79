import { startRobotReceiver, type RobotReceiver } from '@property-office/testing';
import { guardedAgent } from '../http/guarded-agent';
import { AddressPolicy } from '../http/networks';
import { dingtalkSignature } from './dingtalk';
import { feishuSignature } from './feishu';
import { cut, robotPlatforms, type RobotPlatform } from './robot';
import { RobotProvider } from './robot-provider';

const secret = 'SECc0ffee';
const text = '新报修 R-20261123-10007(P0)';

describe('group robots', () => {
  let receiver: RobotReceiver;
  const agent = guardedAgent(new AddressPolicy(['127.0.0.1']));
  const provider = new RobotProvider(agent);
  const send = (platform: RobotPlatform, more: { url?: string; secret?: string | null; text?: string } = {}) =>
    provider.send({ platform, url: receiver.urls[platform], secret: platform === 'wecom' ? null : secret, text, ...more });

  beforeEach(async () => {
    receiver = await startRobotReceiver(secret);
  });
  afterEach(() => receiver.stop());
  afterAll(() => agent.destroy());

  it('signatures are those the platforms document', () => {
    // printf '1599360473000\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
    expect(dingtalkSignature('1599360473000', 'this is secret')).toBe('hXZTWifRGHclNuZSKxoXc//sh51SWfVfRIhcdeKs63I=');
    // printf '' | openssl dgst -sha256 -hmac "$(printf '1599360473\ndemo')" -binary | base64
    expect(feishuSignature('1599360473', 'demo')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=');
  });

  it.each(robotPlatforms)('%s shows what it is sent', async (platform) => {
    expect(await send(platform)).toEqual({ result: 'delivered', reference: null });
    expect(receiver.said).toEqual([{ platform, text }]);
  });

  it.each(robotPlatforms)('%s without an address fails for good, and throws nothing', async (platform) => {
    expect(await send(platform, { url: 'no address' })).toMatchObject({ result: 'permanent', reason: 'content-failed' });
  });

  it('the signature of DingTalk goes into the query, that of Feishu into the body', async () => {
    await send('dingtalk');
    await send('feishu');
    expect(Object.fromEntries(new URL(receiver.received[0]!.path, 'http://x').searchParams)).toEqual({
      access_token: expect.any(String),
      timestamp: expect.stringMatching(/^\d{13}$/),
      sign: expect.stringMatching(/^[\w+/]{43}=$/),
    });
    expect(JSON.parse(receiver.received[1]!.body)).toMatchObject({ timestamp: expect.stringMatching(/^\d{10}$/), sign: expect.stringMatching(/^[\w+/]{43}=$/) });
  });

  it.each([
    ['dingtalk', { secret: 'another' }, 'errcode 310000 sign not match'],
    ['dingtalk', { secret: null }, 'errcode 310000'],
    ['feishu', { secret: 'another' }, 'code 19021'],
    ['feishu', { secret: null }, 'code 19021'],
  ] as const)('%s: a refusal in the body of a 200 is one (%j)', async (platform, more, detail) => {
    expect(await send(platform, more)).toMatchObject({ result: 'permanent', reason: 'refused', detail: expect.stringContaining(detail) });
    expect(receiver.said).toEqual([]);
  });

  it('wecom: a key nobody has is refused', async () => {
    expect(await send('wecom', { url: `${receiver.url}/cgi-bin/webhook/send?key=none` })).toMatchObject({ result: 'permanent', detail: 'errcode 93000 invalid webhook url' });
  });

  it.each([
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 60_000],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 600_000],
    ['dingtalk', { errcode: 410100, errmsg: '发送速度太快而限流' }, 600_000],
    ['feishu', { code: 11232, msg: 'frequency limited' }, 60_000],
  ] as const)('%s: too many messages wait as long as the platform does not listen (%j)', async (platform, body, retryAfterMs) => {
    receiver.instead = () => ({ status: 200, body });
    expect(await send(platform)).toMatchObject({ result: 'temporary', reason: 'throttled', retryAfterMs });
  });

  it.each([
    [{ status: 200, body: { errcode: -1, errmsg: 'system busy' } }, 'receiver-failed'],
    [{ status: 200, body: '<html>' }, 'answer-unreadable'],
    [{ status: 502 }, 'receiver-failed'],
    ['huge', 'answer-unreadable'],
    ['reset', 'unreachable'],
  ] as const)('%j is tried again', async (answering, reason) => {
    receiver.instead = () => answering;
    expect(await send('dingtalk')).toMatchObject({ result: 'temporary', reason });
  });

  it('a text too long for the platform is cut between characters', async () => {
    expect(await send('wecom', { text: '漏'.repeat(1_000) })).toMatchObject({ result: 'delivered' });
    expect(receiver.said[0]!.text).toBe(`${'漏'.repeat(681)}…`);
    expect(cut('𠮷𠮷', 7)).toBe('𠮷…');
    expect(cut('短', 3)).toBe('短');
  });
});
