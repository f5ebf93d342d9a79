import { Injectable } from '@nestjs/common';
import type { Role, TieKind } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';

/** What a person is to the office, past and future included. */
export interface Standing {
  ties: Array<{
    id: string;
    homeId: string;
    siteId: string;
    label: string;
    labelEn: string;
    kind: TieKind;
    from: Date;
    until: Date | null;
  }>;
  roles: Array<{ id: string; role: Role; siteId: string | null; from: Date; until: Date | null }>;
  crews: Array<{
    id: string;
    crewId: string;
    nameZh: string;
    nameEn: string | null;
    siteId: string;
    lead: boolean;
    from: Date;
    until: Date | null;
  }>;
  account: { id: string; login: string } | null;
}

@Injectable()
export class ReadStanding {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<Standing> {
    return this.database.transaction((tx) => this.read(tx, personId));
  }

  /** One connection, all four on the wire at once. */
  private async read(tx: Transaction, personId: string): Promise<Standing> {
    const [ties, roles, crews, accounts] = await Promise.all([
      tx.query<Standing['ties'][number]>(
        `SELECT t.id, t.home_id AS "homeId", t.site_id AS "siteId", p.label, p.label_en AS "labelEn", t.kind, t.starts_at AS "from", t.ends_at AS until
         FROM tie t JOIN place p ON p.id = t.home_id WHERE t.person_id = $1 ORDER BY t.starts_at DESC, t.id`,
        [personId],
      ),
      tx.query<Standing['roles'][number]>(
        `SELECT id, role, site_id AS "siteId", starts_at AS "from", ends_at AS until
         FROM role_grant WHERE person_id = $1 ORDER BY starts_at DESC, id`,
        [personId],
      ),
      tx.query<Standing['crews'][number]>(
        `SELECT m.id, m.crew_id AS "crewId", c.name_zh AS "nameZh", c.name_en AS "nameEn", m.site_id AS "siteId", m.lead,
                m.starts_at AS "from", m.ends_at AS until
         FROM crew_membership m JOIN crew c ON c.id = m.crew_id WHERE m.person_id = $1 ORDER BY m.starts_at DESC, m.id`,
        [personId],
      ),
      tx.query<{ id: string; login: string }>(
        'SELECT id, login FROM account WHERE person_id = $1 AND closed_at IS NULL',
        [personId],
      ),
    ]);
    return { ties, roles, crews, account: accounts[0] ?? null };
  }
}
