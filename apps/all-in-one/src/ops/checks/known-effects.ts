import { allLedgers, violations, type Check, type Violation } from './check';

/** What was received, held back or waits to be published was once recorded. */
export const knownEffects: Check = {
  id: 'I7',
  title: 'nothing was received or is pending that stands in no ledger',
  async run(context) {
    const { database, services, producers } = context;
    const ledgers = allLedgers(context, 'event_id');
    const found: Violation[] = [];
    const ask = async (what: string, from: string): Promise<void> => {
      found.push(
        ...(await violations(
          database,
          `SELECT ${what} || ' stands in no ledger' FROM ${from} AS t WHERE NOT EXISTS (SELECT 1 FROM (${ledgers}) l WHERE l.event_id = t.event_id)`,
        )),
      );
    };
    for (const service of services) {
      // What could not be read at all has an id made up for it; given up, it counts as received.
      const received = `(SELECT * FROM ${service}.inbox i WHERE NOT EXISTS (
        SELECT 1 FROM ${service}.dead_letter d WHERE d.consumer = i.consumer AND d.event_id = i.event_id))`;
      await ask(`t.consumer || ' received ' || t.event_id || ', which'`, received);
      await ask(`t.consumer || ' holds back ' || t.event_id || ', which'`, `${service}.parked`);
    }
    for (const producer of producers)
      await ask(`'${producer}: pending event ' || t.event_id`, `${producer}.outbox_pending`);
    return found;
  },
};
