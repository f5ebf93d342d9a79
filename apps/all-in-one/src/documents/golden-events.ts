import { eventTypes } from './event-listeners';
import { exampleEvent } from './example-event';
import type { GeneratedDocument } from './generated-document';

/**
 * An example of each event as it was announced first, and another one where fields have come to it since: ledgers keep such
 * events for ever, so every version must read them.
 */
export function goldenEvents(): GeneratedDocument[] {
  return eventTypes.map((type) => ({
    path: `test/contracts/golden/${type}.json`,
    text: JSON.stringify(exampleEvent(type)),
    lasting: true,
  }));
}
