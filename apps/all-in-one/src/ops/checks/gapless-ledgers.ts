import { inEverySchema, type Check } from './check';

export const gaplessLedgers: readonly Check[] = [
  inEverySchema(
    'I4',
    'the versions of each aggregate in the ledger are 1..n',
    `SELECT '%s: ' || aggregate_type || ' ' || aggregate_id || ' has ' || count(*) || ' events, versions ' || min(aggregate_version) || ' to ' || max(aggregate_version)
     FROM %s.ledger GROUP BY aggregate_type, aggregate_id
     HAVING count(*) <> max(aggregate_version) OR count(DISTINCT aggregate_version) <> max(aggregate_version)`,
  ),
];
