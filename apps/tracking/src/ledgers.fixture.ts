import { checkData, eventContracts, type EventData, type EventType, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { CopyHouseholdsReaction } from './reactions/copy-households.reaction';
import { CopySiteZonesReaction } from './reactions/copy-site-zones.reaction';
import { CountCasesReaction } from './reactions/count-cases.reaction';
import { FollowCasesReaction } from './reactions/follow-cases.reaction';
import { FollowContactReaction } from './reactions/follow-contact.reaction';
import { FollowFollowUpReaction } from './reactions/follow-follow-up.reaction';
import { FollowNoticesReaction } from './reactions/follow-notices.reaction';
import { FollowRepairReaction } from './reactions/follow-repair.reaction';
import { FollowWorkReaction } from './reactions/follow-work.reaction';

const minute = 60_000;
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute);

type Listener = (event: never, context: never) => void;
const contacts = new FollowContactReaction();
const repairs = new FollowRepairReaction();
const work = new FollowWorkReaction();
const cases = new FollowCasesReaction();
const counted = new CountCasesReaction();
const followUps = new FollowFollowUpReaction();
const zones = new CopySiteZonesReaction();
const households = new CopyHouseholdsReaction();
const notices = new FollowNoticesReaction();

/** Who reacts to what: by the first letters of an event's type. */
const listeners: ReadonlyArray<[prefix: string, listener: Listener]> = [
  ['reception.', contacts.onEvent.bind(contacts)],
  ['complaints.', cases.onEvent.bind(cases)],
  ['complaints.complaint-recorded.', counted.onCase.bind(counted)],
  ['complaints.complaint-hidden.', counted.onCase.bind(counted)],
  ['complaints.suggestion-recorded.', counted.onCase.bind(counted)],
  ['tickets.', repairs.onEvent.bind(repairs)],
  ['dispatch.', work.onEvent.bind(work)],
  ['followups.', followUps.onEvent.bind(followUps)],
  ['directory.place-', zones.onPlace.bind(zones)],
  ['directory.place-registered.', households.onPlace.bind(households)],
  ['directory.tie-', households.onTie.bind(households)],
  ['directory.account-', households.onAccount.bind(households)],
  ['notifications.notice-', notices.onEvent.bind(notices)],
];

export interface Site {
  id: string;
  zone: string;
}

/** What ledgers hold, for a slow recomputation; and what the reactions of tracking make of it. */
export class Ledgers {
  readonly events: WireEvent[] = [];
  private readonly versions = new Map<string, number>();

  site(zone: string): Site {
    const id = newId();
    this.record('directory.place-registered.v1', { id, siteId: id, at: new Date('2024-01-01T00:00:00Z') }, {
      placeId: id, kind: 'site', parentId: null, buildingId: null, code: 'S', nameZh: '小区', nameEn: null, label: '小区', labelEn: 'Site', timeZone: zone, externalCode: null,
    });
    return { id, zone };
  }

  home(siteId: string, at: Date, within: { buildingId?: string; entranceId?: string } = {}): string {
    const id = newId();
    const { buildingId = null, entranceId: parentId = null } = within;
    this.record('directory.place-registered.v1', { id, siteId, at }, {
      placeId: id, kind: 'home', parentId, buildingId, code: 'H', nameZh: '501', nameEn: null, label: '501', labelEn: '501', timeZone: null, externalCode: null,
    });
    return id;
  }

  /** Only what contracts allow: a figure over anything else would prove nothing. */
  record<T extends EventType>(type: T, { id, siteId, at }: { id: string; siteId: string; at: Date }, data: EventData<T>): void {
    checkData(type, data);
    const { aggregate, producer } = eventContracts[type];
    const version = (this.versions.get(id) ?? 0) + 1;
    this.versions.set(id, version);
    const time = at.toISOString();
    this.events.push({
      specversion: '1.0', id: newId(), source: `/${producer}`, type, subject: id, time, datacontenttype: 'application/json',
      aggregatetype: aggregate, aggregateversion: version, siteid: siteId, happenedat: time, actorid: newId(), actorrole: 'desk', data,
    } as WireEvent);
  }

  /** What the last event of a thing has counted. */
  versionOf(id: string): number {
    return this.versions.get(id) ?? 0;
  }

  /** Events of a type, in the order of the ledger. */
  of<T extends EventType>(type: T): Array<WireEvent<T>> {
    return this.events.filter((event): event is WireEvent<T> => event.type === type);
  }

  async follow(database: Database): Promise<void> {
    await database.transaction(async (tx) => {
      const context = { tx, now: tx.now } as ReactionContext<Transaction>;
      for (const event of this.events)
        for (const [prefix, listener] of listeners) if (event.type.startsWith(prefix)) listener(event as never, context as never);
    });
  }
}

/** As a calendar on the wall of the site shows it. */
export function dayOn(zone: string, at: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));
}

export const secondsFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;

/** Between the two values nearest to the share, in proportion. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}

export function quantilesOf(name: string, values: readonly number[]): Record<string, number | null> {
  return { [`${name}P50`]: percentile(values, 0.5), [`${name}P90`]: percentile(values, 0.9) };
}

/** In one order, and to the thousandth: means and percentiles are made in another order of additions. */
export function comparable(figures: ReadonlyArray<object & { group: string | null }>): object[] {
  return figures
    .toSorted((one, other) => String(one.group).localeCompare(String(other.group)))
    .map((each) => Object.fromEntries(Object.entries(each).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value])));
}
