import { permanent, temporary, type Outcome } from '@property-office/channels';
import type { Language } from '@property-office/service-kit';
import type { PersonalChannel } from '../domain/channels';
import { quietUntil, usualQuietHours } from '../domain/quiet-hours';
import type { LeasedDelivery } from '../persistence/deliveries';
import type { Reachable, SettingsStore } from '../persistence/settings';
import type { SiteZones } from '../persistence/site-zones';
import type { PeopleContacts } from '@property-office/backbone';
import type { Contents, RenderedContent } from './contents';
import type { DeliveryAddresses } from './delivery-addresses';
import { known, type ChannelWork, type Prepared } from './prepared';

const askAgainMs = 5_000;

export interface PersonalParts {
  settings: SettingsStore;
  zones: SiteZones;
  contents: Contents;
  contacts: PeopleContacts;
  addresses: DeliveryAddresses;
}

/** Hands one message to the provider of a channel; undefined: there is none. */
export type Handing = (content: RenderedContent, to: string, language: Language, key: string) => Promise<Outcome> | Outcome;

/**
 * Messages to people, by e-mail, SMS or WeChat. Address, language and quiet hours are those of the moment at which it is
 * sent, not of the one at which it was enqueued.
 * @param lanes how many are under way at once
 */
export class PersonalWork implements ChannelWork {
  constructor(
    readonly channel: PersonalChannel,
    private readonly parts: PersonalParts,
    private readonly handing: Handing,
    private readonly lanes: number,
  ) {}

  async prepare(deliveries: readonly LeasedDelivery[]): Promise<Prepared[]> {
    const personIds = [...new Set(deliveries.flatMap(({ personId }) => personId ?? []))];
    const settings = await this.parts.settings.ofAll(personIds, this.channel);
    const zoneOf = await this.parts.zones.of([...new Set(deliveries.map(({ siteId }) => siteId))]);
    const awake = deliveries.filter((delivery) => !this.quiet(delivery, settings, zoneOf));
    const addressOf = await this.addresses(awake, settings);
    return Promise.all(
      deliveries.map((delivery, index) => {
        const until = this.quiet(delivery, settings, zoneOf);
        if (until) return { do: 'wait', until } as const;
        if (!addressOf) return { do: 'later', afterMs: askAgainMs } as const;
        const language = delivery.language ?? (delivery.personId ? settings.get(delivery.personId)!.language : 'zh');
        return this.prepareOne(delivery, addressOf(delivery), language, `${this.channel}-${index % this.lanes}`);
      }),
    );
  }

  private quiet({ personId, siteId, urgent, now }: LeasedDelivery, settings: Map<string, Reachable>, zoneOf: (siteId: string) => string): Date | undefined {
    if (urgent) return undefined;
    return quietUntil(now, zoneOf(siteId), personId ? settings.get(personId)!.quiet : usualQuietHours);
  }

  private async prepareOne(delivery: LeasedDelivery, to: string | null, language: Language, lane: string): Promise<Prepared> {
    const { id, contentType, content: ref } = delivery;
    let content: RenderedContent | undefined;
    try {
      content = await this.parts.contents.render(contentType, ref, language);
    } catch (error) {
      return known(delivery, temporary('content-failed', (error as Error).message));
    }
    if (!content) return { do: 'withdraw' };
    if (to === null) return known(delivery, permanent('address-missing', `there is no address for ${this.channel}`));
    const message = content;
    return { do: 'send', lane, send: async () => this.handing(message, to, language, id) };
  }

  /** @returns undefined where directory cannot be asked now */
  private async addresses(deliveries: readonly LeasedDelivery[], settings: Map<string, Reachable>): Promise<((delivery: LeasedDelivery) => string | null) | undefined> {
    let phones = new Map<string, string>();
    if (this.channel === 'sms') {
      try {
        phones = await this.parts.contacts.phonesOf(deliveries.flatMap(({ personId }) => personId ?? []), '发送短信通知');
      } catch {
        return undefined;
      }
    }
    return ({ personId, addressCipher }) => {
      if (addressCipher !== null) return this.parts.addresses.open(addressCipher);
      if (personId === null) return null;
      return this.channel === 'sms' ? (phones.get(personId) ?? null) : settings.get(personId)!.address;
    };
  }
}
