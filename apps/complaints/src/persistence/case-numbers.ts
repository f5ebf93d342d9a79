import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';

type CaseSequence = 'complaint_number' | 'suggestion_number' | 'cause_measure_number';
const next = 'SELECT nextval($1::regclass) AS n';

/** For what comes by event. */
export async function nextSequence(tx: Transaction, sequence: CaseSequence): Promise<number> {
  const [row] = await tx.query<{ n: string }>(next, [sequence]);
  return Number(row!.n);
}

/** The sequences in human numbers never restart; what is not used is a gap, which these numbers may have. */
@Injectable()
export class CaseNumbers {
  constructor(private readonly database: Database) {}

  async next(sequence: CaseSequence): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(next, [sequence]);
    return Number(row!.n);
  }
}
