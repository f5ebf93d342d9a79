import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';

const dayInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

type CaseSequence = 'complaint_number' | 'suggestion_number' | 'cause_measure_number';
const next = 'SELECT nextval($1::regclass) AS n';

/** `C-20261127-10001`: the day it was recorded, in China, and the next of a sequence. */
export function caseNumber(letter: 'C' | 'S' | 'I', recordedAt: Date, sequence: number): string {
  return `${letter}-${dayInChina.format(recordedAt).replaceAll('-', '')}-${sequence}`;
}

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
