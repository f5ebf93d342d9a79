import type { Role } from '@property-office/contracts';
import type { EventOf } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { repairOf } from './audience';
import { holding, tellGroups, type GroupNotice } from './group-notices';
import { notify } from './notify';
import { isUrgentRepair } from './urgent-repairs';

/** A repair is urged (催单): whoever has it in hand is told, with the lead of the crews; the desk, where nobody has taken it. */
export async function tellOfUrging(tx: Transaction, event: EventOf<'tickets.repair-urged.v1'>): Promise<void> {
  const { number, count, responsibleId, repairClass } = event.data;
  const happenedAt = new Date(event.happenedat);
  const notice: GroupNotice = {
    siteId: event.siteid,
    kind: 'work-urged',
    subject: { type: 'repair-request', id: event.subject },
    occasion: `version-${event.aggregateversion}`,
    data: { number, count },
    happenedAt,
    urgent: await isUrgentRepair(tx, event.siteid, repairClass, happenedAt),
  };
  const roles: Role[] = responsibleId ? ['crew-lead'] : ['desk', 'desk-lead'];
  if (responsibleId) notify(tx, { ...notice, personId: responsibleId });
  await tellGroups(tx, holding(roles, event.siteid), notice, event.actorid);
}

/** The leads of the site hear at once of one who is not satisfied, as from a follow-up; that it was reopened, the desk. */
export async function tellOfRating(tx: Transaction, event: EventOf<'tickets.repair-rated.v1'>): Promise<void> {
  const { number, episode, rating, result } = event.data;
  if (result !== 'unsatisfied') return;
  const repair = await repairOf(tx, event.subject);
  const happenedAt = new Date(event.happenedat);
  await tellGroups(tx, holding(['desk-lead', 'crew-lead'], event.siteid), {
    siteId: event.siteid,
    kind: 'work-rated-badly',
    subject: { type: 'repair-request', id: event.subject },
    occasion: `episode-${episode}`,
    data: { number, rating },
    happenedAt,
    urgent: await isUrgentRepair(tx, event.siteid, repair?.repairClass, happenedAt),
  });
}
