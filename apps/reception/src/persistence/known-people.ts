import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { matchPeoplePath, type PeopleMatch, type PeopleMatched } from '@property-office/contracts';

export type KnownPerson = PeopleMatched['items'][number];

/** Who a caller is, as directory knows them: asked before a transaction, never in it. */
@Injectable()
export class KnownPeople {
  constructor(private readonly client: InternalClient) {}

  async find(wanted: PeopleMatch): Promise<KnownPerson[]> {
    return (await this.client.post<PeopleMatched>('directory', matchPeoplePath, wanted)).items;
  }

  /**
   * The one person of the site it can only be: the one the desk chose, or the only one with this number (who lives there,
   * where a home was told).
   * @throws unavailable (503)
   */
  async match(siteId: string, { personId, homeId, phone }: { personId?: string; homeId?: string; phone?: string }): Promise<KnownPerson | undefined> {
    if (personId) return (await this.find({ siteId, personIds: [personId] }))[0];
    if (!phone) return undefined;
    const found = await this.find({ siteId, phone });
    if (found.length === 1) return found[0];
    const there = found.filter(({ homeIds }) => homeId !== undefined && homeIds.includes(homeId));
    return there.length === 1 ? there[0] : undefined;
  }
}
