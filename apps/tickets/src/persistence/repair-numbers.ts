import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';

const blockSize = 50;

/** The next of the sequence, on the connection of a transaction. */
export async function nextSequence(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ n: string }>(`SELECT nextval('repair_number') AS n`);
  return Number(row!.n);
}

/**
 * The sequence in human numbers never restarts. Taken in blocks, so that
 * accepting work needs no round trip for it; what a process leaves unused is a gap, which these numbers may have.
 */
@Injectable()
export class RepairNumbers {
  private block: number[] = [];
  private fetching: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  async next(): Promise<number> {
    for (;;) {
      const sequence = this.block.shift();
      if (sequence !== undefined) return sequence;
      await (this.fetching ??= this.fetch());
    }
  }

  private async fetch(): Promise<void> {
    try {
      const rows = await this.database.query<{ n: string }>(`SELECT nextval('repair_number') AS n FROM generate_series(1, $1)`, [blockSize]);
      this.block.push(...rows.map((row) => Number(row.n)));
    } finally {
      this.fetching = undefined;
    }
  }
}
