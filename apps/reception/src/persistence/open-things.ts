import { Injectable, Logger } from '@nestjs/common';
import { askedPrincipal, InternalClient } from '@property-office/backbone';
import { defaultTimeZone } from '@property-office/calendar';
import {
  currentNoticesPath,
  latestEntriesPath,
  openComplaintsPath,
  openRepairsPath,
  openSuggestionsPath,
  type CurrentNotices,
  type LatestEntries,
  type OpenComplaints,
  type OpenComplaintsOf,
  type OpenRepairs,
  type OpenSuggestions,
  type OpenSuggestionsOf,
  type Principal,
} from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import type { CurrentNotice, LeftOut, OpenThing } from '../domain/say-this-now';
import { OpenHere } from './open-here';

/** Who rings, as far as that is known. */
export interface KnownCaller {
  siteId: string;
  personIds: readonly string[];
  /** The number that rings. */
  phone?: string;
  /** Whether somebody was named, by themselves or by their number; who lives in a home may be anybody who says so. */
  named: boolean;
}

const nothingKnown = { items: [], leftOut: [] };

/** What is known, and of what nothing is, because nobody could be asked. */
export interface Known<T> {
  items: T[];
  leftOut: LeftOut[];
}

/** What people of a site have open: their contacts and visitors here, their repairs, complaints and suggestions where those are. */
@Injectable()
export class OpenThings {
  private readonly log = new Logger('Say this now');

  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
    private readonly here: OpenHere,
  ) {}

  /**
   * @param principal to whom it is said: of complaints and suggestions what they may know (W2.3)
   * @throws unavailable (503) where nobody can be asked about repairs or complaints; suggestions are left out
   */
  async of(principal: Principal, { siteId, personIds, phone, named }: KnownCaller): Promise<Known<OpenThing>> {
    // Whose number several have is not known: what they complain about, suggest, or whom they expect is for nobody's ear but theirs.
    const [known, ...others] = personIds;
    const alone = named && others.length === 0 ? known : undefined;
    const [suggested, ...things] = await Promise.all([
      alone === undefined ? nothingKnown : this.orLeftOut('suggestions', this.suggestions(principal, siteId, alone)),
      this.here.contacts(siteId, personIds, phone),
      this.repairs(siteId, personIds),
      ...(alone === undefined ? [] : [this.complaints(principal, siteId, alone), this.here.visitors(siteId, alone)]),
    ]);
    return { items: [...things.flat(), ...suggested.items], leftOut: suggested.leftOut };
  }

  /** Notices in force for homes of the site, or that nobody could be asked. */
  async notices(siteId: string, homeIds: readonly string[]): Promise<Known<CurrentNotice>> {
    return homeIds.length === 0 ? nothingKnown : this.orLeftOut('notices', this.currentNotices(siteId, homeIds));
  }

  async timeZoneOf(siteId: string): Promise<string> {
    const [site] = await this.database.query<{ time_zone: string | null }>('SELECT time_zone FROM place WHERE id = $1', [siteId]);
    return site?.time_zone ?? defaultTimeZone;
  }

  /** Where there is no answer, or the other process is of a version that does not know the question yet: the rest is said without. */
  private async orLeftOut<T>(what: LeftOut, asked: Promise<T[]>): Promise<Known<T>> {
    try {
      return { items: await asked, leftOut: [] };
    } catch (error) {
      this.log.warn(`${what} are left out: ${(error as Error).message}`);
      return { items: [], leftOut: [what] };
    }
  }

  private async currentNotices(siteId: string, homeIds: readonly string[]): Promise<CurrentNotice[]> {
    const { items } = await this.client.post<CurrentNotices>('notifications', currentNoticesPath, { siteId, homeIds });
    return items.map(({ number, title, releasedAt, validUntil }) => ({ number, title, at: new Date(releasedAt), validUntil: validUntil === null ? null : new Date(validUntil) }));
  }

  private async repairs(siteId: string, reporterIds: readonly string[]): Promise<OpenThing[]> {
    if (reporterIds.length === 0) return [];
    const { items } = await this.client.post<OpenRepairs>('tickets', openRepairsPath, { siteId, reporterIds });
    if (items.length === 0) return [];
    const asked = { repairRequestIds: items.map(({ id }) => id) };
    const entries = (await this.client.post<LatestEntries>('tracking', latestEntriesPath, asked)).items;
    return items.map(({ id, number, state, category, reportedAt }) => {
      const entry = entries.find(({ repairRequestId }) => repairRequestId === id);
      const latest = entry ? { at: new Date(entry.happenedAt), summary: entry.summary } : null;
      return { kind: 'repair-request', number, about: category, state, at: new Date(reportedAt), latest };
    });
  }

  private async complaints(principal: Principal, siteId: string, complainantId: string): Promise<OpenThing[]> {
    const asked: OpenComplaintsOf = { siteId, complainantId, principal: askedPrincipal(principal) };
    const { items } = await this.client.post<OpenComplaints>('complaints', openComplaintsPath, asked);
    return items.map(({ number, state, kind, recordedAt, latestAt, promised }) => ({
      kind: 'complaint',
      number,
      about: kind,
      state,
      at: new Date(recordedAt),
      latest: { at: new Date(latestAt), summary: state },
      promised: promised && { ...promised, by: new Date(promised.by) },
    }));
  }

  private async suggestions(principal: Principal, siteId: string, makerId: string): Promise<OpenThing[]> {
    const asked: OpenSuggestionsOf = { siteId, makerId, principal: askedPrincipal(principal) };
    const { items } = await this.client.post<OpenSuggestions>('complaints', openSuggestionsPath, asked);
    return items.map(({ state, recordedAt, latestAt }) => {
      const at = new Date(recordedAt);
      const latest = { at: new Date(latestAt), summary: state };
      return { kind: 'suggestion', number: null, about: null, state, at, latest: latest.at > at ? latest : null };
    });
  }
}
