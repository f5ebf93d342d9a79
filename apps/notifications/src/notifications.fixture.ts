import { PeopleContacts } from '@property-office/backbone';
import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import type { InternalClient } from '@property-office/backbone';
import { AddressPolicy, EmailProvider, guardedAgent, RobotProvider, SignedHttpProvider, WebhookProvider } from '@property-office/channels';
import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { requestErrors } from '@property-office/service-kit';
import { OwnDatabase } from '@property-office/service-testing';
import type { Channel, PersonalChannel, Topic } from './domain/channels';
import { Deliveries } from './persistence/deliveries';
import { enqueueDelivery, type NewDelivery } from './persistence/enqueue-delivery';
import { GroupRobots } from './persistence/group-robots';
import { notificationsSchema } from './persistence/schema';
import { SettingsStore, usualChannels, type Settings } from './persistence/settings';
import { SiteZones } from './persistence/site-zones';
import { Webhooks } from './persistence/webhooks';
import { Contents } from './sending/contents';
import { DeliveryAddresses } from './sending/delivery-addresses';
import { DeliverySender } from './sending/delivery-sender';
import { mailOf } from './sending/mail-of';
import { NotificationContents } from './sending/notification-contents';
import { PersonalWork } from './sending/personal-work';
import type { ChannelWork } from './sending/prepared';
import { RobotWork } from './sending/robot-work';
import { WebhookWork } from './sending/webhook-work';

export const smsSecret = 'wire secret';

/** A zone in which the wall clock shows that hour now. */
export function zoneAt(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Settings, deliveries and their senders on a database of its own. */
export class NotificationsUnderTest {
  readonly awake = newId();
  readonly asleep = newId();
  readonly warnings: string[] = [];
  readonly counts: string[] = [];
  /** What directory says; undefined: it does not answer. */
  phones: Record<string, string> | undefined = {};
  readonly database: Database = this.own.database;
  private readonly cipher = new FieldCipher(newFieldKeyFile());
  private readonly agent = guardedAgent(new AddressPolicy(['127.0.0.1']));
  readonly settings = new SettingsStore(this.database, this.cipher);
  readonly deliveries = new Deliveries(this.database);
  readonly contents = new Contents();
  readonly notificationContents = new NotificationContents(this.contents);
  readonly addresses = new DeliveryAddresses(this.cipher);
  readonly robots = new GroupRobots(this.database, this.cipher);
  readonly webhooks = new Webhooks(this.database, this.cipher);
  private readonly zones = new SiteZones(this.database);

  private constructor(private readonly own: OwnDatabase) {}

  static async open(): Promise<NotificationsUnderTest> {
    const made = new NotificationsUnderTest(await OwnDatabase.open(notificationsSchema));
    await made.database.query('INSERT INTO site_zone VALUES ($1, $2), ($3, $4)', [made.awake, zoneAt(12), made.asleep, zoneAt(2)]);
    return made;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
    await this.own.close();
  }

  byMail(smtpUrl: string): DeliverySender {
    const provider = new EmailProvider({ smtpUrl, from: 'office@example.org', host: 'office.example.org' });
    return this.sender(
      this.personal('email', (content, to, language, key) => provider.send(mailOf(content, to, language, 'https://office.example.org'), key)),
    );
  }

  bySms(url: string, templateId: string | undefined = 'T1'): DeliverySender {
    const provider = new SignedHttpProvider({ url, keyId: 'office', secret: smsSecret, timeoutMs: 1_000 });
    return this.sender(this.personal('sms', ({ text }, to, _, key) => provider.send({ to, templateId, parameters: { text } }, key)));
  }

  byRobot(): DeliverySender {
    return this.sender(new RobotWork(this.robots, this.zones, this.contents, new RobotProvider(this.agent), undefined));
  }

  byWebhook(): DeliverySender {
    return this.sender(new WebhookWork(this.database, this.webhooks, new WebhookProvider(this.agent)));
  }

  async withSettings(more: Partial<Settings> = {}, topics: Partial<Record<Topic, PersonalChannel[]>> = {}): Promise<string> {
    const personId = newId();
    await this.choose(personId, { channels: { ...usualChannels, ...topics }, ...more });
    return personId;
  }

  choose(personId: string, more: Partial<Settings>): Promise<void> {
    const settings: Settings = { email: null, wechatId: null, language: 'zh', channels: usualChannels, quiet: { from: 1_320, to: 420 }, urgentBySms: null, version: 1, ...more };
    return this.database.transaction(async (tx) => this.settings.save(tx, personId, settings));
  }

  enqueue(more: Pick<NewDelivery, 'receiver' | 'channel'> & Partial<NewDelivery>): Promise<void> {
    const delivery = { businessKey: newId(), siteId: this.awake, content: { type: 'notification', ref: { kind: 'repair-closed', data: { number: 'R-1' } } }, ...more };
    return this.database.transaction(async (tx) => enqueueDelivery(tx, delivery));
  }

  rows(channel: Channel): Promise<Array<{ id: string; state: string; attempts: number; last_reason: string | null; last_error: string | null; wait: number }>> {
    return this.database.query(
      `SELECT id, state, attempts, last_reason, last_error, extract(epoch FROM next_try_at - platform.now())::float8 AS wait
       FROM delivery WHERE channel = $1 ORDER BY created_at, id`,
      [channel],
    );
  }

  log(deliveryId: string): Promise<Array<{ number: number; outcome: string | null; reason: string | null }>> {
    return this.database.query('SELECT number, outcome, reason FROM delivery_attempt WHERE delivery_id = $1 ORDER BY number', [deliveryId]);
  }

  /** As if the time for the next attempt had come, and every lease had run out. */
  async due(): Promise<void> {
    await this.database.query(`UPDATE delivery SET next_try_at = platform.now(), leased_until = NULL WHERE state = 'waiting'`);
  }

  async forget(): Promise<void> {
    for (const table of ['delivery_attempt', 'delivery', 'notification', 'group_robot', 'webhook', 'role_held']) await this.database.query(`DELETE FROM ${table}`);
    this.warnings.length = 0;
    this.counts.length = 0;
    this.phones = {};
  }

  private sender(work: ChannelWork): DeliverySender {
    return new DeliverySender(work, this.deliveries, { warn: (line) => this.warnings.push(line), count: (outcome) => this.counts.push(outcome) });
  }

  private personal(channel: PersonalChannel, handing: ConstructorParameters<typeof PersonalWork>[2]): PersonalWork {
    const ask = async (): Promise<{ items: Array<{ personId: string; phone: string }> }> => {
      if (!this.phones) throw requestErrors.unavailable({}, { retryAfter: 2 });
      return { items: Object.entries(this.phones).map(([personId, phone]) => ({ personId, phone })) };
    };
    const contacts = new PeopleContacts({ post: ask } as unknown as InternalClient);
    return new PersonalWork(channel, { settings: this.settings, zones: this.zones, contents: this.contents, contacts, addresses: this.addresses }, handing, 4);
  }
}
