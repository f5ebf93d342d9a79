import type { EventData, WireEvent } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { keepEscalation } from './escalations';
import { notify } from './notify';

type Level = Omit<EventData<'tickets.repair-escalated.v1'>, 'number' | 'episode'>;

/** What is told by day and night. */
const urgentClasses: ReadonlySet<string> = new Set(['P0', 'P1', 'heated-hand-over', 'urgent-phone-note', 'major-complaint']);

/** What is late, as its page is opened. */
export interface LateObject {
  type: 'repair-request' | 'contact' | 'phone-note' | 'complaint' | 'suggestion' | 'cause-measure' | 'notice' | 'notice-task' | 'mail-item' | 'incoming-document' | 'outgoing-document' | 'directive' | 'print-job' | 'loan' | 'stocktake' | 'archive-month';
  id: string;
  number: string;
}

/**
 * Tells everybody whom a level was escalated to: in their inbox and on their list of escalations. Day and night where the
 * level came by day and night: whether it did is decided by its plan.
 */
export function tellOfLevel(tx: Transaction, event: Pick<WireEvent, 'siteid' | 'happenedat'>, object: LateObject, level: Level): void {
  const { siteid: siteId, happenedat } = event;
  const { deadlineId, promise, dueAt } = level;
  const reachedAt = new Date(happenedat);
  for (const { personId, forPersonId } of level.told) {
    const late = { deadlineId, promise, class: level.class, level: level.level, dueAt, reachedAt };
    keepEscalation(tx, { ...late, personId, forPersonId, siteId, objectType: object.type, objectId: object.id, number: object.number });
    notify(tx, {
      personId,
      siteId,
      kind: 'promise-late',
      subject: { type: object.type, id: object.id },
      occasion: `${deadlineId}-${level.level}`,
      data: { number: object.number, promise },
      happenedAt: reachedAt,
      urgent: urgentClasses.has(level.class),
    });
  }
}
