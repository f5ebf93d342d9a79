import {
  startMailSink,
  startRobotReceiver,
  startTemplateReceiver,
  startTraceCollector,
  startWebhookReceiver,
  type MailSink,
  type RobotReceiver,
  type TemplateReceiver,
  type TraceCollector,
  type WebhookReceiver,
} from '@property-office/testing';

/** Who receives what leaves the house, and what an office has to know of them. */
export interface Outside {
  mail: MailSink;
  sms: TemplateReceiver;
  wechat: TemplateReceiver;
  robots: RobotReceiver;
  hooks: WebhookReceiver;
  collector: TraceCollector;
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
    startTraceCollector(),
  ]);
  const [mail, sms, wechat, robots, hooks, collector] = all;
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
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
  };
  return { mail, sms, wechat, robots, hooks, collector, env, stop: async () => void (await Promise.all(all.map((each) => each.stop()))) };
}
