import { Injectable } from '@nestjs/common';
import { Database, statement, type Transaction } from '@property-office/persistence';
import type { LocationKind } from './repair-request.entity';

export interface KnownPlace {
  siteId: string;
  kind: LocationKind;
}

const read = statement('place_read', 'SELECT site_id, kind FROM place WHERE id = $1');
const mostKept = 20_000;

/** Own copy of the directory's homes and public places. A place never moves to another site: what is known stays true. */
@Injectable()
export class Places {
  private readonly kept = new Map<string, KnownPlace>();

  constructor(private readonly database: Database) {}

  async find(id: string): Promise<KnownPlace | undefined> {
    const known = this.kept.get(id);
    if (known) return known;
    const [row] = await this.database.query<{ site_id: string; kind: LocationKind }>(read, [id]);
    if (!row) return undefined;
    if (this.kept.size >= mostKept) this.kept.clear();
    const place = { siteId: row.site_id, kind: row.kind };
    this.kept.set(id, place);
    return place;
  }

  /** As a transaction sees it, on its own connection. */
  async findIn(tx: Transaction, id: string): Promise<KnownPlace | undefined> {
    const [row] = await tx.query<{ site_id: string; kind: LocationKind }>(read, [id]);
    return row && { siteId: row.site_id, kind: row.kind };
  }
}
