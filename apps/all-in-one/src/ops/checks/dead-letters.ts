import { inEverySchema, type Check } from './check';

const mostAttempts = 8;

export const deadLetters: readonly Check[] = [
  inEverySchema(
    'I10',
    'every event that cannot be applied has been decided on',
    `SELECT '%s: ' || consumer || ' could not apply ' || event_id || ' (' || class || ', dead letter ' || id || '): ' || left(error, 200)
     FROM %s.dead_letter WHERE state IN ('waiting', 'replay')`,
  ),
  inEverySchema(
    'I10',
    `no event was tried more than ${mostAttempts} times`,
    `SELECT '%s: ' || consumer || ' tried ' || event_id || ' ' || n || ' times' FROM %s.attempt WHERE n > ${mostAttempts}`,
  ),
  inEverySchema(
    'I10',
    'what was applied after a replay was applied once',
    `SELECT '%s: ' || consumer || ' was to have applied ' || event_id || ' again and never received it'
     FROM %s.dead_letter d WHERE state = 'replayed'
       AND NOT EXISTS (SELECT 1 FROM %s.inbox i WHERE i.consumer = d.consumer AND i.event_id = d.event_id)
       AND decided_at > platform.now() - interval '59 days'`,
  ),
];
