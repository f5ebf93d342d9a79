import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { sees, sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { ReadPlaces } from './read-places';
import { Tie } from './tie.entity';

/** More than a home takes. */
const most = 100;

/** Who lives in a home today or soon. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly database: Database,
    private readonly places: ReadPlaces,
  ) {}

  /**
   * To the office everybody; to an owner whom they added and who came in their time, under the name they gave; to others
   * only themselves.
   * @throws place-unknown (404)
   */
  async of(principal: Principal, homeId: string): Promise<Array<{ tie: Tie; name: string }>> {
    const operation = 'directory.listMembers';
    const home = await this.places.one(principal, operation, homeId);
    if (home?.kind !== 'home') throw directoryErrors.placeUnknown();
    const query = this.database.dataSource
      .getRepository(Tie)
      .createQueryBuilder('t')
      .where('t.home_id = :homeId AND (t.ends_at IS NULL OR t.ends_at > platform.now())', { homeId });
    if (!sees(sightOf(principal, operation), home.siteId))
      query.andWhere(
        `(t.person_id = :self OR t.added_by = :self OR (t.kind <> 'owner' AND EXISTS (
           SELECT 1 FROM tie o WHERE o.home_id = :homeId AND o.person_id = :self AND o.kind = 'owner' AND o.starts_at <= t.starts_at
             AND o.starts_at <= platform.now() AND (o.ends_at IS NULL OR o.ends_at > platform.now()))))`,
        { self: principal.personId },
      );
    const ties = await query.orderBy('t.from').addOrderBy('t.id').limit(most).getMany();
    const people = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM person WHERE id = ANY($1)',
      [ties.map(({ personId }) => personId)],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const own = (tie: Tie) => tie.addedBy === principal.personId && tie.givenName !== null;
    return ties.map((tie) => ({ tie, name: own(tie) ? tie.givenName! : names.get(tie.personId)! }));
  }
}
