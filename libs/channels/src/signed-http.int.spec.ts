import { startTemplateReceiver, type TemplateReceiver } from '@property-office/testing';
import { signatureOf, SignedHttpProvider } from './signed-http';

const message = { to: '13800138000', templateId: 'SMS_101', parameters: { code: '246810', text: '验证码' } };

describe('messages by template over signed requests', () => {
  let receiver: TemplateReceiver;
  let provider: SignedHttpProvider;
  const providers: SignedHttpProvider[] = [];
  const providerOf = (more: { keyId?: string; secret?: string; url?: string; timeoutMs?: number } = {}): SignedHttpProvider => {
    const made = new SignedHttpProvider({ url: `${receiver.url}/v1/messages?app=7`, keyId: 'office', secret: 'wire secret', ...more });
    providers.push(made);
    return made;
  };

  beforeEach(async () => {
    receiver = await startTemplateReceiver('office', 'wire secret');
    provider = providerOf();
  });
  afterEach(async () => {
    await Promise.all(providers.splice(0).map((each) => each.close()));
    await receiver.stop();
  });

  it('signs method, path, timestamp, nonce and body', () => {
    const signed = { method: 'POST', path: '/v1/messages?app=7', timestamp: '1764234000', nonce: 'n'.repeat(32), body: '{}' };
    // The same five lines | openssl dgst -sha256 -hmac 'wire secret'
    expect(signatureOf(signed, 'wire secret')).toBe('a8b68aa576edbc21fe0668c3e23efad7bd61a9989296401d6cbc2423c76c4301');
    const others = Object.keys(signed).map((part) => signatureOf({ ...signed, [part]: `${signed[part as 'body']}x` }, 'wire secret'));
    expect(new Set([...others, signatureOf(signed, 'wire secret'), signatureOf(signed, 'other')]).size).toBe(7);
  });

  it('is understood by a receiver that checks the signature', async () => {
    expect(await provider.send(message, 'k-1')).toEqual({ result: 'delivered', reference: 'msg-1' });
    expect([...receiver.effects]).toEqual([['k-1', message]]);
    expect(receiver.received[0]).toMatchObject({ method: 'POST', path: '/v1/messages?app=7' });
    expect(receiver.received[0]!.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('sends each attempt under a new nonce and the same key, so that it takes effect once', async () => {
    receiver.late = () => 'reset';
    expect(await provider.send(message, 'k-1')).toMatchObject({ result: 'temporary', reason: 'unreachable' });
    receiver.late = undefined;
    expect(await provider.send(message, 'k-1')).toEqual({ result: 'delivered', reference: 'msg-1' });
    expect(receiver.effects.size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-nonce'])).size).toBe(2);
  });

  it.each([
    ['another secret', { secret: 'not it' }],
    ['another key id', { keyId: 'nobody' }],
  ])('%s is refused for good', async (_, more) => {
    expect(await providerOf(more).send(message, 'k')).toMatchObject({ result: 'permanent', reason: 'refused', detail: expect.stringContaining('HTTP 401') });
    expect(receiver.effects.size).toBe(0);
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '120' } }, { result: 'temporary', reason: 'throttled', retryAfterMs: 120_000 }],
    [{ status: 503, headers: { 'retry-after': '7' } }, { result: 'temporary', reason: 'receiver-failed', retryAfterMs: 7_000 }],
    [{ status: 500 }, { result: 'temporary', reason: 'receiver-failed' }],
    [{ status: 408 }, { result: 'temporary', reason: 'receiver-failed' }],
    [{ status: 400 }, { result: 'permanent', reason: 'refused' }],
    [{ status: 302, headers: { location: '/elsewhere' } }, { result: 'permanent', reason: 'refused' }],
    [{ status: 200, body: 'OK' }, { result: 'temporary', reason: 'answer-unreadable' }],
    [{ status: 200, body: '[]' }, { result: 'temporary', reason: 'answer-unreadable' }],
    ['huge', { result: 'temporary', reason: 'answer-unreadable' }],
    ['reset', { result: 'temporary', reason: 'unreachable' }],
  ] as const)('%j', async (answering, outcome) => {
    receiver.instead = () => answering;
    expect(await provider.send(message, 'k')).toMatchObject(outcome);
    expect(receiver.received).toHaveLength(1);
  });

  it('gives up on silence in time, also in less than its own', async () => {
    receiver.instead = () => 'silence';
    const began = performance.now();
    expect(await provider.send(message, 'k', 150)).toMatchObject({ result: 'temporary', reason: 'timeout' });
    expect(await providerOf({ timeoutMs: 150 }).send(message, 'k')).toMatchObject({ result: 'temporary', reason: 'timeout' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('tries again later when nobody listens', async () => {
    await receiver.stop();
    expect(await provider.send(message, 'k')).toMatchObject({ result: 'temporary', reason: 'unreachable', detail: 'ECONNREFUSED' });
    receiver = await startTemplateReceiver('office', 'wire secret');
  });

  it('repeats no number of a message that is refused', async () => {
    receiver.instead = ({ body }) => ({ status: 400, body: `cannot send ${body} to +86 138-0013-8000` });
    const outcome = await provider.send(message, 'k');
    expect(JSON.stringify(outcome)).not.toMatch(/13800138000|0013/);
  });
});
