import type { Transaction } from '@property-office/persistence';

const dayInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `Q-20261123-10007`: the day it was recorded, in China, and the next of a sequence, which never restarts and may have gaps. */
export async function nextNumber(tx: Transaction, prefix: 'Q' | 'M' | 'V', sequence: 'contact_number' | 'phone_note_number' | 'visitor_number'): Promise<string> {
  const [row] = await tx.query<{ n: string }>(`SELECT nextval('${sequence}') AS n`);
  return `${prefix}-${dayInChina.format(tx.now).replaceAll('-', '')}-${row!.n}`;
}
