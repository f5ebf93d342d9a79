import {
  startMailSink,
  startRobotReceiver,
  startTemplateReceiver,
  startWebhookReceiver,
  type MailSink,
  type RobotReceiver,
  type TemplateReceiver,
  type WebhookReceiver,
} from '@property-office/testing';

/** Who receives what leaves the house, and what an office has to know of them. */
export interface Outside {
  mail: MailSink;
  sms: TemplateReceiver;
  wechat: TemplateReceiver;
  robots: RobotReceiver;
  hooks: WebhookReceiver;
  env: Record<string, string>;
  stop(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  const all = await Promise.all([
    startMailSink(),
    startTemplateReceiver('office', 's3cret'),
    startTemplateReceiver('wx', 'wx s3cret'),
    startRobotReceiver('SECc0ffee'),
    startWebhookReceiver(),
  ]);
  const [mail, sms, wechat, robots, hooks] = all;
  const env = {
    SMTP_URL: mail.url,
    SMS_URL: sms.url,
    SMS_KEY_ID: 'office',
    SMS_SECRET: 's3cret',
    SMS_TEMPLATES: 'repair-accepted.zh=T1;default.zh=T9;default.en=T10',
    WECHAT_URL: wechat.url,
    WECHAT_KEY_ID: 'wx',
    WECHAT_SECRET: 'wx s3cret',
    WECHAT_TEMPLATES: 'default.zh=W1',
    OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
  };
  return { mail, sms, wechat, robots, hooks, env, stop: async () => void (await Promise.all(all.map((each) => each.stop()))) };
}
