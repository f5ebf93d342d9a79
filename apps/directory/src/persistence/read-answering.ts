import { Injectable } from '@nestjs/common';
import type { DelegationKind } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { askedInTurn } from '../domain/asked-in-turn';
import { leftAt } from './who-left';

@Injectable()
export class ReadAnswering {
  constructor(private readonly database: Database) {}

  /** Who is asked now, in turn, for what a person decides or is on duty for (G1). */
  async of(personId: string, kind: DelegationKind): Promise<string[]> {
    const [row] = await this.database.query<{ deputies: string[]; company: string[]; away: string[] }>(
      `SELECT
         ARRAY(SELECT deputy_id FROM delegation WHERE person_id = $1 AND kind = $2
               AND starts_at <= platform.now() AND ends_at > platform.now() ORDER BY turn) AS deputies,
         ARRAY(SELECT DISTINCT person_id FROM role_grant WHERE role = 'company' AND starts_at <= platform.now()
               AND (ends_at IS NULL OR ends_at > platform.now()) ORDER BY person_id) AS company,
         ARRAY(SELECT person_id FROM absence WHERE starts_at <= platform.now()
               AND (ends_at IS NULL OR ends_at > platform.now())
               UNION SELECT left_one FROM (SELECT $1::uuid UNION SELECT deputy_id FROM delegation WHERE person_id = $1) asked (left_one)
               WHERE ${leftAt('left_one')} IS NOT NULL) AS away`,
      [personId, kind],
    );
    const { deputies, company, away } = row!;
    return askedInTurn(personId, { deputies, company, away: new Set(away) });
  }
}
