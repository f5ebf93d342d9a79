import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { FieldCipher, Internal } from '@property-office/access';
import { matchPeoplePath, type PeopleMatch, type PeopleMatched } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Id, Ids, Phone } from '@property-office/service-kit';
import { phoneIndexes } from '../../persistence/person-phone';

export class MatchPeopleDto implements PeopleMatch {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Ids({ label: { zh: '人员', en: 'people' }, max: 100, optional: true })
  personIds?: string[];

  @Phone({ label: { zh: '电话', en: 'telephone number' }, optional: true })
  phone?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;
}

const mostFound = 100;

/** Who of a site has this number, lives here, is this: ids for a service that shows nothing of them. */
@Controller()
export class MatchPeopleController {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  @Post(matchPeoplePath)
  @HttpCode(200)
  @Internal()
  async match(@Body() { siteId, personIds, phone, homeId }: MatchPeopleDto): Promise<PeopleMatched> {
    const rows = await this.database.query<{ id: string; homes: string[] }>(
      `SELECT p.id, coalesce(array_agg(t.home_id ORDER BY t.home_id) FILTER (WHERE t.home_id IS NOT NULL), '{}') AS homes
       FROM person p JOIN person_site ps ON ps.person_id = p.id AND ps.site_id = $1
       LEFT JOIN tie t ON t.person_id = p.id AND t.site_id = $1
         AND t.starts_at <= platform.now() AND (t.ends_at IS NULL OR t.ends_at > platform.now())
       WHERE ($2::uuid[] IS NULL OR p.id = ANY ($2)) AND ($3::text[] IS NULL OR p.phone_index = ANY ($3))
       GROUP BY p.id HAVING $4::uuid IS NULL OR bool_or(t.home_id = $4)
       ORDER BY p.id LIMIT ${mostFound}`,
      [siteId, personIds ?? null, phone === undefined ? null : phoneIndexes(this.cipher, phone), homeId ?? null],
    );
    return { items: rows.map(({ id, homes }) => ({ personId: id, homeIds: homes })) };
  }
}
