import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { defaultTimeZone } from '@property-office/calendar';
import {
  latestEntriesPath,
  openComplaintsPath,
  openRepairsPath,
  type LatestEntries,
  type OpenComplaints,
  type OpenComplaintsOf,
  type OpenRepairs,
  type Principal,
} from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { askedFor } from '../domain/asked-for';
import { stateNames, type ContactState } from '../domain/contact-states';
import type { OpenThing } from '../domain/say-this-now';

const most = 5;

interface ContactRow extends Record<string, unknown> {
  number: string;
  state: ContactState;
  recorded_at: Date;
}

/** What people of a site have open: their contacts here, their repairs and complaints where those are. */
@Injectable()
export class OpenThings {
  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
  ) {}

  /**
   * @param principal to whom it is said: of complaints what they may know (W2.3)
   * @param named whether somebody was named, by themselves or by their number; who lives in a home may be anybody who says so
   * @throws unavailable (503)
   */
  async of(principal: Principal, siteId: string, personIds: string[], named: boolean): Promise<OpenThing[]> {
    if (personIds.length === 0) return [];
    // Whose number several have is not known, and a complaint is for nobody's ear but the complainant's.
    const [known, ...others] = personIds;
    const things = await Promise.all([
      this.contacts(siteId, personIds),
      this.repairs(siteId, personIds),
      named && others.length === 0 ? this.complaints(principal, siteId, known!) : [],
    ]);
    return things.flat();
  }

  async timeZoneOf(siteId: string): Promise<string> {
    const [site] = await this.database.query<{ time_zone: string | null }>('SELECT time_zone FROM place WHERE id = $1', [siteId]);
    return site?.time_zone ?? defaultTimeZone;
  }

  private async contacts(siteId: string, personIds: string[]): Promise<OpenThing[]> {
    const rows = await this.database.query<ContactRow>(
      `SELECT number, state, recorded_at FROM contact WHERE person_id = ANY ($2) AND site_id = $1 AND state IN ('open', 'offered')
       ORDER BY recorded_at DESC LIMIT ${most}`,
      [siteId, personIds],
    );
    return rows.map(({ number, recorded_at: at }) => ({ kind: 'contact', number, about: null, state: stateNames.open, at, latest: null }));
  }

  private async repairs(siteId: string, reporterIds: string[]): Promise<OpenThing[]> {
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
    const asked: OpenComplaintsOf = { siteId, complainantId, principal: askedFor(principal) };
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
}
