import { violations, type Check } from './check';

/** Facts an order copies of its request; the trade and the way of sending are a further order's own. */
const copied = [
  ['location', 'o.location_id <> r.location_id'],
  ['description', 'o.description <> r.description'],
  ['category', 'o.category <> r.category'],
  ['class', 'o.repair_class <> r.repair_class'],
  ['skill', 'o.first AND o.skill <> r.skill'],
  ['mode', 'o.first AND o.mode <> r.dispatch_mode'],
] as const;

/** Whoever is sent goes where the request says, and for what it says (G3), however often it was corrected. */
export const correctedOrders: Check = {
  id: 'G3',
  title: 'every unfinished work order says what its request says',
  run: ({ database }) =>
    violations(
      database,
      `SELECT 'work order ' || o.number || ' of request ' || r.id || ' has another ' || differs.fact
       FROM dispatch.work_order o JOIN tickets.repair_request r ON r.id = o.repair_request_id AND r.episode = o.episode
       CROSS JOIN LATERAL (VALUES ${copied.map(([fact, differs]) => `('${fact}', ${differs})`).join(', ')}) AS differs (fact, so)
       WHERE o.state NOT IN ('finished', 'withdrawn') AND differs.so`,
    ),
};
