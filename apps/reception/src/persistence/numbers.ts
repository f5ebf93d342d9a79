import { datedNumber } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** As `datedNumber` has it, `Q-20261123-10007`. */
export async function nextNumber(tx: Transaction, prefix: 'Q' | 'M' | 'V', sequence: 'contact_number' | 'phone_note_number' | 'visitor_number'): Promise<string> {
  const [row] = await tx.query<{ n: string }>(`SELECT nextval('${sequence}') AS n`);
  return datedNumber(prefix, tx.now, row!.n);
}
