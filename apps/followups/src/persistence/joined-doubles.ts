import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';

/** Another report of the same, as people call it. */
export interface Double {
  id: string;
  number: string;
}

/** Keeps what a request told of a double: the newest holds, in whichever order it is heard. @param version of the request */
export function keepDouble(tx: Transaction, survivorId: string, { id, number }: Double, joined: boolean, version: number): void {
  tx.send(
    `INSERT INTO joined_double (survivor_id, double_id, number, joined, version) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (survivor_id, double_id) DO UPDATE SET joined = excluded.joined, version = excluded.version
     WHERE joined_double.version < excluded.version`,
    [survivorId, id, number, joined, version],
  );
}

/** Who else reported what was repaired: whoever follows it up asks them, too. */
@Injectable()
export class JoinedDoubles {
  constructor(private readonly database: Database) {}

  async of(repairRequestId: string | null): Promise<Double[]> {
    if (repairRequestId === null) return [];
    return this.database.query<Double & Record<string, unknown>>(
      'SELECT double_id AS id, number FROM joined_double WHERE survivor_id = $1 AND joined ORDER BY number',
      [repairRequestId],
    );
  }
}
