/**
 * How long one run of a handler may take. Less than the 30 s after which PostgreSQL ends a transaction that nobody uses,
 * which would look like an outage; more than two statements at their limit.
 */
export const handlerDeadlineMs = 25_000;

/** A handler did not come back in time; its transaction is rolled back and closed to it, and the attempt counts. */
export class HandlerOverdue extends Error {
  override readonly name = 'HandlerOverdue';
}

/** @throws HandlerOverdue; what the work does afterwards is nobody's any more */
export async function withinDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HandlerOverdue(`the handler did not end within ${ms / 1_000} s`)), ms);
  });
  return Promise.race([work, overdue]).finally(() => clearTimeout(timer));
}
