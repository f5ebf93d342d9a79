import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { sees, sightOf } from '../acting/sight';
import type { Place } from './place.entity';
import { Tie } from './tie.entity';

/** Most ties one home is shown with, the latest first. */
const most = 200;

@Injectable()
export class ReadTies {
  constructor(private readonly database: Database) {}

  /** To the staff, everybody the home ever had; to a resident their own only: the next owner never sees earlier people (G7). */
  async ofHome(principal: Principal, home: Place): Promise<Array<Tie & { name: string }>> {
    const query = this.database.dataSource
      .getRepository(Tie)
      .createQueryBuilder('t')
      .where('t.home_id = :home', { home: home.id });
    if (!sees(sightOf(principal, 'directory.listTies'), home.siteId))
      query.andWhere('t.person_id = :self', { self: principal.personId });
    const ties = await query.orderBy('t.from', 'DESC').addOrderBy('t.id', 'DESC').limit(most).getMany();
    const people = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM person WHERE id = ANY($1)',
      [ties.map(({ personId }) => personId)],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return ties.map((tie) => Object.assign(tie, { name: names.get(tie.personId)! }));
  }
}
