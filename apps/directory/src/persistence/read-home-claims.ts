import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { maskPhone, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid } from '@property-office/persistence';
import { In } from 'typeorm';
import { sightOf } from '../acting/sight';
import { HomeClaim } from './home-claim.entity';
import { pageOf } from './page-of';
import { openPhone } from './person-phone';
import { Person } from './person.entity';
import { Place } from './place.entity';

export interface ClaimFilter {
  limit: number;
  cursor?: PagePosition;
  state?: string;
  siteId?: string;
  homeId?: string;
  /** Words of what the claim shows to whoever asks. */
  q?: string;
}

/** A claim with what whoever decides on it compares. */
export interface ClaimSeen {
  claim: HomeClaim;
  home: Place | null;
  /** Masked. */
  phone: string | null;
}

/** Not which home somebody's own words turned out to name: to find a claim by its label would tell them (`knows` of its view). */
const whatIsShown = `concat_ws(' ', c.name, c.place_words, c.note,
  (SELECT h.label || ' ' || h.label_en FROM place h WHERE h.id = c.home_id AND (c.person_id <> :self OR c.place_words IS NULL OR c.state = 'confirmed')))`;

/**
 * Claims: to the office those of its sites, to owners those of others on their homes since they own them, to everybody
 * their own.
 */
@Injectable()
export class ReadHomeClaims {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async page(principal: Principal, filter: ClaimFilter): Promise<Page<ClaimSeen>> {
    const { sites } = sightOf(principal, 'directory.listHomeClaims');
    const query = this.database.dataSource.getRepository(HomeClaim).createQueryBuilder('c');
    query.where(
      `(${sites === null ? 'TRUE' : 'c.site_id = ANY(:sites)'} OR c.person_id = :self OR (c.kind <> 'owner' AND EXISTS (
         SELECT 1 FROM tie t WHERE t.home_id = c.home_id AND t.person_id = :self AND t.kind = 'owner' AND t.starts_at <= c.created_at
           AND t.starts_at <= platform.now() AND (t.ends_at IS NULL OR t.ends_at > platform.now()))))`,
      { sites, self: principal.personId },
    );
    if (filter.state) query.andWhere('c.state = :state', { state: filter.state });
    if (filter.siteId) query.andWhere('c.site_id = :siteId', { siteId: filter.siteId });
    if (filter.homeId) query.andWhere('c.home_id = :homeId', { homeId: filter.homeId });
    if (filter.q !== undefined) {
      const said = whereSaid(whatIsShown, filter.q);
      if (!said) return { items: [], nextCursor: null };
      query.andWhere(said.sql(':said'), { said: said.value });
    }
    const { items, nextCursor } = await pageOf(query, filter);
    return { items: await this.withWhatIsCompared(items), nextCursor };
  }

  private async withWhatIsCompared(claims: HomeClaim[]): Promise<ClaimSeen[]> {
    if (claims.length === 0) return [];
    const { dataSource } = this.database;
    const homeIds = claims.flatMap(({ homeId }) => homeId ?? []);
    const homes =
      homeIds.length === 0 ? [] : await dataSource.getRepository(Place).findBy({ id: In(homeIds) });
    const people = await dataSource
      .getRepository(Person)
      .findBy({ id: In(claims.map(({ personId }) => personId)) });
    return claims.map((claim) => {
      const phone = openPhone(
        this.cipher,
        people.find(({ id }) => id === claim.personId)!,
      );
      return {
        claim,
        home: homes.find(({ id }) => id === claim.homeId) ?? null,
        phone: phone === null ? null : maskPhone(phone),
      };
    });
  }
}
