import { inEverySchema, type Check } from './check';

/**
 * The row of a key and what it stands for are one transaction: whoever asked twice has got one answer. That no key stands
 * for two things is the primary key's doing (guards.ts).
 */
export const idempotencyKeys: Check = inEverySchema(
  'I2',
  'an idempotency key stands for one finished answer',
  `SELECT '%s: key ' || key || ' of ' || principal || CASE WHEN count(*) > 1 THEN ' stands for ' || count(*) || ' answers' ELSE ' has no answer' END
   FROM %s.idempotency GROUP BY principal, key HAVING count(*) > 1 OR bool_or(status IS NULL)`,
);
