import { statement, type Transaction } from '@property-office/persistence';

const take = statement(
  'work_order_numbers_take',
  `SELECT nextval('work_order_number') AS number, nextval('dispatch_turn') AS turn FROM generate_series(1, $1)`,
);

interface Reserved {
  number: string;
  turn: string;
}

/** Numbers and turns for orders a transaction is about to make, asked for at once; those it does not need are gaps. */
export async function reserveNumbers(tx: Transaction, count: number): Promise<void> {
  const { numbers, turns } = reserved(tx);
  for (const row of await tx.query<Reserved & Record<string, unknown>>(take, [count])) {
    numbers.push(row.number);
    turns.push(row.turn);
  }
}

/** The next part of a work order's human number. */
export async function takeNumber(tx: Transaction): Promise<number> {
  if (reserved(tx).numbers.length === 0) await reserveNumbers(tx, 1);
  return Number(reserved(tx).numbers.shift());
}

/** Grows with every order a crew is given: whose turn was last. */
export async function takeTurn(tx: Transaction): Promise<string> {
  if (reserved(tx).turns.length === 0) await reserveNumbers(tx, 1);
  return reserved(tx).turns.shift()!;
}

const pool = {};
function reserved(tx: Transaction): { numbers: string[]; turns: string[] } {
  return tx.remember(pool, () => ({ numbers: [], turns: [] }));
}
