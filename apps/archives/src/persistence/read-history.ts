import { Injectable } from '@nestjs/common';
import type { Role } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import { descriptionColumns } from './descriptions';
import type { Description } from './new-record';

interface Done {
  by: string;
  happenedAt: Date;
}

export interface PastDescription extends Description, Done {
  description: number;
  reason: string | null;
  byFor: string | null;
  as: Role | 'system';
}

export interface PastHold extends Done {
  held: boolean;
  reason: string;
}

export interface PastShelf extends Done {
  shelf: string;
}

/** What was said and done of a record, row by row, the first one first. */
@Injectable()
export class ReadHistory {
  descriptions(on: Database | Transaction, recordId: string): Promise<PastDescription[]> {
    return on.query<PastDescription & Record<string, unknown>>(
      `SELECT ${descriptionColumns}, d.reason, d.described_by AS by, d.described_for AS "byFor", d.described_as AS as, d.happened_at AS "happenedAt"
       FROM record_description d WHERE d.record_id = $1 ORDER BY d.version`,
      [recordId],
    );
  }

  holds(on: Database | Transaction, recordId: string): Promise<PastHold[]> {
    return on.query<PastHold & Record<string, unknown>>(
      'SELECT held, reason, decided_by AS by, happened_at AS "happenedAt" FROM record_hold WHERE record_id = $1 ORDER BY n',
      [recordId],
    );
  }

  shelves(on: Database | Transaction, recordId: string): Promise<PastShelf[]> {
    return on.query<PastShelf & Record<string, unknown>>(
      'SELECT shelf, moved_by AS by, happened_at AS "happenedAt" FROM record_shelf WHERE record_id = $1 ORDER BY n',
      [recordId],
    );
  }
}
