import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PeopleContacts } from '@property-office/backbone';
import { AddressPolicy, EmailProvider, guardedAgent, permanent, RobotProvider, WebhookProvider } from '@property-office/channels';
import { Database } from '@property-office/persistence';
import { CONFIGURATION, Metrics, Shutdown, stopOrder, type PlatformConfiguration } from '@property-office/service-kit';
import { channels } from '../domain/channels';
import { Deliveries } from '../persistence/deliveries';
import { GroupRobots } from '../persistence/group-robots';
import { SettingsStore } from '../persistence/settings';
import { SiteZones } from '../persistence/site-zones';
import { Webhooks } from '../persistence/webhooks';
import { Contents } from './contents';
import { DeliveryAddresses } from './delivery-addresses';
import { DeliverySender } from './delivery-sender';
import { mailOf } from './mail-of';
import { PersonalWork, type Handing } from './personal-work';
import type { ChannelWork } from './prepared';
import { RobotWork } from './robot-work';
import { templateChannel } from './template-providers';
import { WebhookWork } from './webhook-work';

const keptForMs = 5_000;

/** A sender for each channel, for as long as the process runs. One that is slow holds up no other. */
@Injectable()
export class DeliverySenders implements OnApplicationBootstrap {
  private readonly log = new Logger('Deliveries');

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
    private readonly database: Database,
    private readonly deliveries: Deliveries,
    private readonly settings: SettingsStore,
    private readonly zones: SiteZones,
    private readonly contents: Contents,
    private readonly contacts: PeopleContacts,
    private readonly addresses: DeliveryAddresses,
    private readonly robots: GroupRobots,
    private readonly webhooks: Webhooks,
    private readonly metrics: Metrics,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    const attempts = this.metrics.counter('deliveries_total');
    for (const work of this.works()) {
      const sender = new DeliverySender(work, this.deliveries, {
        warn: (message) => this.log.warn(message),
        count: (outcome) => attempts.inc({ channel: work.channel, outcome }),
      });
      sender.start();
      this.shutdown.register(`deliveries by ${work.channel}`, stopOrder.timers, () => sender.stop(), 12_000);
    }
    this.measureQueue();
  }

  /** One look into the table for all gauges of a scrape. */
  private measureQueue(): void {
    let kept: { at: number; standing: ReturnType<Deliveries['standing']> } | undefined;
    const standingOf = async (channel: string) => {
      if (!kept || performance.now() - kept.at > keptForMs) kept = { at: performance.now(), standing: this.deliveries.standing() };
      return (await kept.standing).find((each) => each.channel === channel);
    };
    for (const channel of channels) {
      this.metrics.gauge('deliveries_due', { channel }, async () => (await standingOf(channel))?.due ?? 0);
      this.metrics.gauge('deliveries_oldest_due_seconds', { channel }, async () => (await standingOf(channel))?.oldest ?? 0);
    }
  }

  private works(): ChannelWork[] {
    const { http, outboundAllowedNetworks } = this.configuration;
    const { settings, zones, contents, contacts, addresses } = this;
    const parts = { settings, zones, contents, contacts, addresses };
    const agent = guardedAgent(new AddressPolicy(outboundAllowedNetworks));
    this.shutdown.register('connections to robots and webhooks', stopOrder.pools, () => agent.destroy(), 1_000);
    return [
      new PersonalWork('email', parts, this.byMail(), 4),
      new PersonalWork('sms', parts, this.byTemplate('SMS', this.configuration.sms), 8),
      new PersonalWork('wechat', parts, this.byTemplate('WECHAT', this.configuration.wechat), 8),
      new RobotWork(this.robots, zones, contents, new RobotProvider(agent), http.publicUrl),
      new WebhookWork(this.database, this.webhooks, new WebhookProvider(agent)),
    ];
  }

  private byMail(): Handing {
    const { mail, http } = this.configuration;
    if (!mail.smtpUrl) return () => permanent('not-configured', 'SMTP_URL is not set');
    const host = http.publicUrl ? new URL(http.publicUrl).hostname : 'property-office.invalid';
    const provider = new EmailProvider({ smtpUrl: mail.smtpUrl, from: mail.from, host });
    this.shutdown.register('mail server', stopOrder.pools, () => provider.close(), 1_000);
    return (content, to, language, key) => provider.send(mailOf(content, to, language, http.publicUrl), key);
  }

  private byTemplate(prefix: 'SMS' | 'WECHAT', configured: PlatformConfiguration['sms']): Handing {
    const { provider, templateOf } = templateChannel(prefix, configured);
    if (!provider) return () => permanent('not-configured', `${prefix}_URL is not set`);
    this.shutdown.register(`provider of ${prefix}`, stopOrder.pools, () => provider.close(), 1_000);
    return ({ text, short = text, template: { kind, parameters } }, to, language, key) => {
      const template = templateOf(kind, language);
      if (!template) return permanent('template-missing', `${prefix}_TEMPLATES has neither ${kind}.${language} nor default.${language}`);
      return provider.send({ to, templateId: template.id, parameters: template.general ? { text: short } : parameters }, key);
    };
  }
}
