import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OneTimeCode, OneTimeCodeAnswer } from '@property-office/contracts';
import { CONFIGURATION, Shutdown, stopOrder, type PlatformConfiguration } from '@property-office/service-kit';
import { templateChannel, type TemplateChannel } from './template-providers';

/** Whoever asked hears within its second what came of it. */
const answerWithinMs = 800;

/** Hands a code to the SMS provider at once: somebody is waiting for it, so nothing is stored and nothing tried again. */
@Injectable()
export class OneTimeCodeSender {
  private readonly log = new Logger('One-time codes');
  private readonly sms: TemplateChannel;

  constructor(@Inject(CONFIGURATION) configuration: PlatformConfiguration, shutdown: Shutdown) {
    this.sms = templateChannel('SMS', configuration.sms);
    shutdown.register('one-time codes', stopOrder.pools, () => this.sms.provider?.close(), 1_000);
  }

  async send(code: OneTimeCode): Promise<OneTimeCodeAnswer['outcome']> {
    const { provider } = this.sms;
    const template = this.sms.templateOf('one-time-code', code.language);
    if (!provider || !template) {
      this.log.warn('no one-time code can be sent: SMS_URL or a template for one-time-code is not configured');
      return 'unavailable';
    }
    const parameters: Record<string, string> = template.general ? { text: sentence(code) } : { code: code.code, purpose: purposes[code.purpose][code.language] };
    const outcome = await provider.send({ to: code.phone, templateId: template.id, parameters }, keyOf(code), answerWithinMs);
    if (outcome.result === 'delivered') return 'sent';
    // Only why: what a provider repeats may be the number or the code.
    this.log.warn(`a one-time code was not sent: ${outcome.result}, ${outcome.reason}`);
    return 'unavailable';
  }
}

const purposes = {
  'sign-in': { zh: '登录', en: 'sign in' },
  'claim-home': { zh: '认领房屋', en: 'claim your home' },
  'change-phone': { zh: '更换手机号', en: 'change your number' },
} as const;

function sentence({ code, language, purpose }: OneTimeCode): string {
  const what = purposes[purpose][language];
  return language === 'zh'
    ? `验证码 ${code}，用于${what}，请勿告诉任何人。`
    : `${code} is your code to ${what}. Tell it to nobody.`;
}

/** The request may come twice (internal calls are repeated on another replica): one code to one number is one message. */
function keyOf({ phone, code, purpose }: OneTimeCode): string {
  return `otc_${createHash('sha256').update(JSON.stringify([phone, code, purpose])).digest('base64url')}`;
}
