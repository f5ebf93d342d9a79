import { acknowledgedRequests } from './acknowledged-requests';
import { actsInOrder } from './acts-in-order';
import { aggregateVersions } from './aggregate-versions';
import { archiveChecks } from './archives';
import { auditChains } from './audit-chains';
import type { Check } from './check';
import { contacts } from './contacts';
import { complaintGroupChecks } from './complaint-groups';
import { complaintChecks } from './complaints';
import { correctedOrders } from './corrected-orders';
import { deadLetters } from './dead-letters';
import { deadlines } from './deadlines';
import { documentChecks } from './documents';
import { destructionChecks } from './destructions';
import { directiveChecks } from './directives';
import { dutyPlan } from './duty-plan';
import { durables } from './durables';
import { oneOfEachEpisode } from './episodes';
import { firstEvents } from './first-events';
import { gaplessLedgers } from './gapless-ledgers';
import { gaplessTimelines } from './gapless-timelines';
import { fixityChecks } from './fixity';
import { guards } from './guards';
import { handOverChecks } from './hand-overs';
import { idempotencyKeys } from './idempotency-keys';
import { knownEffects } from './known-effects';
import { notices } from './notices';
import { lendingChecks } from './lending';
import { livingFileChecks } from './living-files';
import { nothingWaits } from './nothing-waits';
import { notifications } from './notifications';
import { oneTimelineEach } from './one-timeline-each';
import { printJobChecks } from './print-jobs';
import { reachedReactions } from './reached-reactions';
import { reconciliationChecks } from './reconciliation';
import { rights } from './rights';
import { sites } from './sites';
import { states } from './states';
import { outgoingDocumentChecks } from './outgoing-documents';
import { stocktakeChecks } from './stocktakes';
import { streams } from './streams';
import { timers } from './timers';

/** The invariants of events.md that can be read off the databases and the broker. */
export const checks: readonly Check[] = [
  guards,
  acknowledgedRequests,
  firstEvents,
  idempotencyKeys,
  oneTimelineEach,
  ...oneOfEachEpisode,
  correctedOrders,
  ...complaintChecks,
  ...complaintGroupChecks,
  ...gaplessLedgers,
  actsInOrder,
  ...gaplessTimelines,
  aggregateVersions,
  ...states,
  ...notifications,
  ...notices,
  ...contacts,
  ...documentChecks,
  ...outgoingDocumentChecks,
  ...directiveChecks,
  ...printJobChecks,
  ...archiveChecks,
  ...livingFileChecks,
  ...fixityChecks,
  ...lendingChecks,
  ...destructionChecks,
  ...stocktakeChecks,
  ...handOverChecks,
  ...reconciliationChecks,
  reachedReactions,
  knownEffects,
  streams,
  ...timers,
  ...deadlines,
  ...nothingWaits,
  durables,
  ...deadLetters,
  ...sites,
  rights,
  ...dutyPlan,
  auditChains,
];
