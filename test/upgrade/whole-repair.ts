import { waitFor } from '@property-office/testing';
import { accepted, report, repairsPath } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView, RepairView } from '../support/views';

/** An office, of whatever versions its processes are. */
export interface People {
  as(login: string): Promise<Session>;
}

/**
 * One repair request from the report to its end, through every service that has a part in it.
 * @param reported one that nothing was done about yet; default: a new one
 */
export async function walkRepair(people: People, reported?: { id: string }): Promise<RepairView> {
  const [resident, desk, technician] = [await people.as('resident'), await people.as('desk'), await people.as('technician')];
  const { id } = reported ?? (await report(resident));
  const firstOf = (path: string): Promise<{ id: string }> =>
    waitFor(async () => accepted(await desk.get<PageView<{ id: string }>>(path), 200).items[0], { what: path, timeoutMs: 30_000 });
  const order = await firstOf(`/api/work-orders?repairRequestId=${id}`);
  for (const [act, body] of [['accept', {}], ['arrive', {}], ['finish', { workDone: '更换水管接头' }]] as const)
    accepted(await technician.post(`/api/work-orders/${order.id}/${act}`, body), 200);
  const followUp = await firstOf(`/api/follow-ups?repairRequestId=${id}&status=due`);
  accepted(await desk.post(`/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied', rating: 5 }), 200);
  const read = async () => accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200);
  return waitFor(async () => ((repair) => repair.status === 'closed' && repair)(await read()), { what: 'the request to be closed', timeoutMs: 30_000 });
}
