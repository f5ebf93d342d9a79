import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';

export interface KnownPlace {
  id: string;
  siteId: string;
  kind: string;
  label: string;
  labelEn: string;
}

/** Own copy of the directory's places. */
@Injectable()
export class Places {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<KnownPlace | undefined> {
    const [row] = await this.database.query<{ site_id: string; kind: string; label: string; label_en: string }>(
      'SELECT site_id, kind, label, label_en FROM place WHERE id = $1',
      [id],
    );
    return row && { id, siteId: row.site_id, kind: row.kind, label: row.label, labelEn: row.label_en };
  }
}
