import { inEverySchema, type Check } from './check';

export const timers: readonly Check[] = [
  inEverySchema(
    'I8',
    'no timer fired early',
    `SELECT '%s: timer ' || kind || ' of ' || aggregate_id || ' (' || fire_key || ') fired at ' || fired_at || CASE
       WHEN fired_at < due_at THEN ', before it was due at ' || due_at ELSE ', which is still to come' END
     FROM %s.timer WHERE fired_at < due_at OR fired_at > platform.now()`,
  ),
  inEverySchema(
    'I8',
    'a timer is set, or fired once, or cancelled',
    `SELECT '%s: timer ' || min(kind) || ' (' || fire_key || ') ' || CASE
       WHEN count(*) > 1 THEN 'exists ' || count(*) || ' times' ELSE 'is ' || min(status) || ', and fired at ' || coalesce(min(fired_at)::text, 'no time') END
     FROM %s.timer GROUP BY fire_key HAVING count(*) > 1 OR bool_or((status = 'fired') <> (fired_at IS NOT NULL))`,
  ),
  inEverySchema(
    'I9',
    'no timer is due and has not fired',
    `SELECT '%s: timer ' || kind || ' of ' || aggregate_id || ' (' || fire_key || ') was due at ' || due_at
     FROM %s.timer WHERE status = 'set' AND due_at <= platform.now()`,
  ),
];
