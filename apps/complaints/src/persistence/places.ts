import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';

export interface KnownPlace {
  siteId: string;
  kind: string;
}

/** Own copy of the directory's places. */
@Injectable()
export class Places {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<KnownPlace | undefined> {
    const [row] = await this.database.query<{ site_id: string; kind: string }>('SELECT site_id, kind FROM place WHERE id = $1', [id]);
    return row && { siteId: row.site_id, kind: row.kind };
  }
}
