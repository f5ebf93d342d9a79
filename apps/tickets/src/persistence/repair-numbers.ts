import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Transaction } from '@property-office/persistence';

const blockSize = 50;
/** More blocks than one process takes within the seconds that a standby is behind. */
const tries = 5;

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

  /**
   * Accepts under a number that nobody has. A database that came back without its last seconds gives numbers again that processes
   * still had in their blocks: where one meets the other, the whole block goes, and it is accepted under the next.
   * @param accept takes its number by `next`, each time anew
   */
  async accepted<T>(accept: () => Promise<T>): Promise<T> {
    for (let left = tries; ; left -= 1) {
      try {
        return await accept();
      } catch (error) {
        if (left === 1 || !isUniqueViolation(error, 'repair_request_number')) throw error;
        this.block = [];
      }
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
