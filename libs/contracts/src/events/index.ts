import { archivesEvents } from './archives.events';
import { complaintsEvents } from './complaints.events';
import { crewFeedEvents } from './crew-feed.events';
import { directoryEvents } from './directory.events';
import { destructionsEvents } from './destructions.events';
import { dispatchEvents } from './dispatch.events';
import { documentsEvents } from './documents.events';
import { escalationAnswerEvents } from './escalation-answers.events';
import { filesEvents } from './files.events';
import { followupsEvents } from './followups.events';
import { handOversEvents } from './hand-overs.events';
import { homeClaimLevelEvents } from './home-claim-levels.events';
import { notificationsEvents } from './notifications.events';
import { officeRuleEvents } from './office-rules.events';
import { receptionEvents } from './reception.events';
import { suggestionEvents } from './suggestions.events';
import { ticketsEvents } from './tickets.events';
import type { DataOf } from './define';

/** Every event of the product: wire type → contract. The subject is `events.<type>`, of the crew feeds one for each crew. */
export const eventContracts = {
  ...directoryEvents,
  ...officeRuleEvents,
  ...filesEvents,
  ...receptionEvents,
  ...homeClaimLevelEvents,
  ...ticketsEvents,
  ...dispatchEvents,
  ...crewFeedEvents,
  ...followupsEvents,
  ...escalationAnswerEvents,
  ...complaintsEvents,
  ...suggestionEvents,
  ...documentsEvents,
  ...archivesEvents,
  ...destructionsEvents,
  ...handOversEvents,
  ...notificationsEvents,
};

export type EventType = keyof typeof eventContracts;
/** Events that reactions of services can take: all but the crew feeds. */
export type ReactableEventType = Exclude<EventType, keyof typeof crewFeedEvents>;
export type EventData<T extends EventType> = DataOf<(typeof eventContracts)[T]>;
