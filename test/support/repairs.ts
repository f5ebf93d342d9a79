import { waitFor } from '@property-office/testing';
import type { Answer } from './http';
import type { Session } from './session';
import type { PageView, RepairView, TimelineView } from './views';

export const repairsPath = '/api/repair-requests';

/** A report a resident of the demonstration may send, with whatever a test wants to be different. */
export function reportOf(resident: Session, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    category: 'water-leak',
    description: '厨房水槽下面漏水',
    location: { homeId: resident.homeId },
    contact: { name: resident.who.name, phone: '13800138000' },
    ...more,
  };
}

/** Reports as a resident. @throws when it is not accepted */
export async function report(resident: Session, more: Record<string, unknown> = {}): Promise<RepairView> {
  return accepted(await resident.post<RepairView>(repairsPath, reportOf(resident, more)), 201);
}

export async function act(
  person: Session,
  id: string,
  verb: string,
  body: Record<string, unknown>,
): Promise<Answer<RepairView>> {
  return person.post<RepairView>(`${repairsPath}/${id}/${verb}`, body);
}

/** The timeline as somebody sees it, who may have to wait for the projection. */
export async function timelineOf(person: Session, id: string): Promise<TimelineView['items']> {
  return accepted(await person.get<TimelineView>(`${repairsPath}/${id}/timeline`), 200).items;
}

/** The technician does the work of an episode, by its first work order. */
export async function finishWork({ desk, technician }: { desk: Session; technician: Session }, requestId: string, episode = 1): Promise<void> {
  const orders = `/api/work-orders?repairRequestId=${requestId}`;
  const order = await waitFor(
    async () => accepted(await desk.get<PageView<{ id: string; episode: number }>>(orders), 200).items.find((each) => each.episode === episode),
    { what: `the work order of episode ${episode}` },
  );
  accepted(await desk.post(`/api/work-orders/${order.id}/assign`, { technicianId: technician.who.id }), 200);
  accepted(await technician.post(`/api/work-orders/${order.id}/accept`, {}), 200);
  accepted(await technician.post(`/api/work-orders/${order.id}/arrive`, {}), 200);
  accepted(await technician.post(`/api/work-orders/${order.id}/finish`, { workDone: '更换水管接头' }), 200);
}

export function accepted<T>({ status, body, text }: Answer<T>, expected: number): T {
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${text}`);
  return body;
}
