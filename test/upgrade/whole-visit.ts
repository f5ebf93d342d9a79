import { siteOf } from '../support/contacts';
import { accepted } from '../support/repairs';
import type { People } from './whole-repair';

interface VisitorView {
  id: string;
  status: string;
}

const hourMs = 3_600_000;

/** One visit: the desk announces a guest, their host confirms, they are let in by their pass and seen out. */
export async function walkVisit(people: People): Promise<VisitorView> {
  const [resident, desk] = [await people.as('resident'), await people.as('desk')];
  const siteId = siteOf(desk);
  const from = new Date();
  const visit = { siteId, kind: 'resident-guest', hostId: resident.who.id, homeId: resident.homeId, name: '何先生', purpose: '探亲', from, until: new Date(from.getTime() + hourMs) };
  const { id } = accepted(await desk.post<VisitorView>('/api/visitors', visit), 201);
  accepted(await resident.post(`/api/visitors/${id}/confirm`, {}), 200);
  const { passCode } = accepted(await resident.post<{ passCode: string }>(`/api/visitors/${id}/pass`, {}), 200);
  accepted(await desk.post('/api/visitors/admit', { siteId, passCode }), 200);
  return accepted(await desk.post<VisitorView>(`/api/visitors/${id}/see-out`, {}), 200);
}
