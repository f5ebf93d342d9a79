import type { EventData, WireEvent } from '@property-office/contracts';
import { isPlannedUrgent } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { keepEscalation } from './escalations';
import { notify } from './notify';

type Level = Omit<EventData<'tickets.repair-escalated.v1'>, 'number' | 'episode'>;

/** What is late, as its page is opened. */
export interface LateObject {
  type: 'repair-request' | 'contact' | 'phone-note' | 'home-claim' | 'complaint' | 'suggestion' | 'cause-measure' | 'notice' | 'notice-task' | 'mail-item' | 'incoming-document' | 'outgoing-document' | 'directive' | 'print-job' | 'loan' | 'stocktake' | 'archive-month';
  id: string;
  /** Null where it has none: the promise says what is late. */
  number: string | null;
}

/**
 * Tells everybody whom a level was escalated to: in their inbox and on their list of escalations. Day and night where its
 * plan is one for day and night, of whatever class: the office decides that, too (G5, Q1).
 */
export async function tellOfLevel(tx: Transaction, event: Pick<WireEvent, 'siteid' | 'happenedat'>, object: LateObject, level: Level): Promise<void> {
  const { siteid: siteId, happenedat } = event;
  const { deadlineId, promise, dueAt } = level;
  const reachedAt = new Date(happenedat);
  const urgent = await isPlannedUrgent(tx, { siteId, class: level.class, promise, at: reachedAt });
  for (const { personId, forPersonId } of level.told) {
    const late = { deadlineId, promise, class: level.class, level: level.level, dueAt, reachedAt };
    keepEscalation(tx, { ...late, personId, forPersonId, siteId, objectType: object.type, objectId: object.id, number: object.number });
    notify(tx, {
      personId,
      siteId,
      kind: object.number === null ? 'unnumbered-promise-late' : 'promise-late',
      subject: { type: object.type, id: object.id },
      occasion: `${deadlineId}-${level.level}`,
      data: { ...(object.number !== null && { number: object.number }), promise },
      happenedAt: reachedAt,
      urgent,
    });
  }
}
