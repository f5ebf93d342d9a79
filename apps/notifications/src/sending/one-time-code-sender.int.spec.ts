import { platformVariables, readConfiguration, type Shutdown } from '@property-office/service-kit';
import { startTemplateReceiver, type TemplateReceiver } from '@property-office/testing';
import { OneTimeCodeSender } from './one-time-code-sender';

const code = { phone: '13800138000', code: '246810', language: 'zh', purpose: 'sign-in' } as const;

describe('one-time codes by SMS (W2.6)', () => {
  let receiver: TemplateReceiver;
  const stops: Array<() => void | Promise<void>> = [];
  const shutdown = { register: (_: string, __: number, stop: () => void) => stops.push(stop) } as unknown as Shutdown;
  const senderOf = (env: Record<string, string> = {}): OneTimeCodeSender =>
    new OneTimeCodeSender(
      readConfiguration({ SMS_URL: receiver.url, SMS_KEY_ID: 'office', SMS_SECRET: 's', SMS_TEMPLATES: 'one-time-code.zh=T1;default.en=T9', ...env }, platformVariables),
      shutdown,
    );

  beforeEach(async () => {
    receiver = await startTemplateReceiver('office', 's');
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await receiver.stop();
  });

  it('are sent at once by the template for them', async () => {
    expect(await senderOf().send(code)).toBe('sent');
    expect([...receiver.effects.values()]).toEqual([{ to: '13800138000', templateId: 'T1', parameters: { code: '246810', purpose: '登录' } }]);
  });

  it('are said in a sentence where there is only a general template', async () => {
    expect(await senderOf().send({ ...code, language: 'en', purpose: 'claim-home' })).toBe('sent');
    expect([...receiver.effects.values()]).toEqual([
      { to: '13800138000', templateId: 'T9', parameters: { text: '246810 is your code to claim your home. Tell it to nobody.' } },
    ]);
  });

  it('asked for twice are one message; another code is another', async () => {
    const sender = senderOf();
    for (const each of [code, code, { ...code, code: '135790' }]) expect(await sender.send(each)).toBe('sent');
    expect(receiver.effects.size).toBe(2);
  });

  it('are unavailable within a second when the provider is silent, fails or refuses', async () => {
    const sender = senderOf();
    receiver.instead = () => 'silence';
    const tookMs: number[] = [];
    // The quickest counts: a stall of the machine is not the sender's patience.
    for (const each of ['1', '2', '3']) {
      const began = performance.now();
      expect(await sender.send({ ...code, code: each })).toBe('unavailable');
      tookMs.push(performance.now() - began);
    }
    expect(Math.min(...tookMs)).toBeLessThan(1_000);
    for (const status of [500, 429, 400]) {
      receiver.instead = () => ({ status });
      expect(await sender.send(code)).toBe('unavailable');
    }
  });

  it.each([
    ['no provider', { SMS_URL: '', SMS_KEY_ID: '', SMS_SECRET: '' }],
    ['no template', { SMS_TEMPLATES: 'repair-closed.zh=T2' }],
  ])('are unavailable where there is %s', async (_, env) => {
    expect(await senderOf(env).send(code)).toBe('unavailable');
    expect(receiver.received).toHaveLength(0);
  });

  it('half a configuration is a mistake that names what is missing', () => {
    expect(() => senderOf({ SMS_SECRET: '' })).toThrow('SMS_SECRET is missing');
  });
});
