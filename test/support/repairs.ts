import type { Answer } from './http';
import type { Session } from './session';
import type { RepairView, TimelineView } from './views';

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

export function accepted<T>({ status, body, text }: Answer<T>, expected: number): T {
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${text}`);
  return body;
}
