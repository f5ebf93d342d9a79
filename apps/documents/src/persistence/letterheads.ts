import { Injectable } from '@nestjs/common';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Letterhead } from './letterhead.entity';

interface Kept {
  office: string;
  version: number;
}

/** What stands at the head of a site's papers; of a site that never set it there is none. */
@Injectable()
export class Letterheads {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  async of(siteId: string): Promise<Kept | undefined> {
    return (await this.database.query<Kept & Record<string, unknown>>('SELECT office, version FROM letterhead WHERE site_id = $1', [siteId]))[0];
  }

  /** 0 where it was never set. Locked until COMMIT where there is one. */
  async lockVersion(tx: Transaction, siteId: string): Promise<number> {
    const [row] = await tx.query<{ version: number }>('SELECT version FROM letterhead WHERE site_id = $1 FOR UPDATE', [siteId]);
    return row?.version ?? 0;
  }

  set(tx: Transaction, siteId: string, { actor, happenedAt }: Act, { office, version }: Kept): void {
    const row = Object.assign(new Letterhead(), { id: derivedId('letterhead', siteId), siteId, version, office, changedAt: tx.now });
    this.ledger.append(tx, { aggregateId: row.id, aggregateVersion: version, siteId, happenedAt, actor, type: 'documents.letterhead-set.v1', data: { office } });
    tx.save(row);
  }
}
