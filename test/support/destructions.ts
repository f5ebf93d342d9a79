import { siteOf } from './contacts';
import type { Office } from './office';
import { accepted } from './repairs';
import type { Session } from './session';

export interface ListedRecord {
  id: string;
  archiveNumber: string;
  proof: string;
  destroyedAt: string | null;
}

export interface DestructionView {
  id: string;
  number: string;
  status: string;
  registerHash: string | null;
  signatures: Array<{ personId: string | null; linkId: string | null }>;
  wipes: Array<{ recordId: string; wiped: string[]; kept: Array<{ sha256: string; heldBy: Array<{ type: string; id: string }> }> }>;
}

/** Who takes part, as the demonstration has them. */
export interface Archivists {
  clerk: Session;
  director: Session;
  lead: Session;
  deputy: Session;
  company: Session;
}

export async function archivists(office: Office): Promise<Archivists> {
  const as = (login: string): Promise<Session> => office.as(login);
  return { clerk: await as('clerk'), director: await as('director'), lead: await as('lead'), deputy: await as('deputy'), company: await as('company') };
}

/** A record of an old year, kept for ten: its retention is over. */
export async function oldRecord({ clerk }: Archivists, more: object): Promise<ListedRecord> {
  const said = { siteId: siteOf(clerk), category: 'HT', office: 'GCB', retention: 'D10', responsibleParty: '管理处', datedAt: '2013-06-05T02:00:00Z' };
  return accepted(await clerk.post<ListedRecord>('/api/records', { ...said, ...more }), 201);
}

/** Two people would destroy them, and somebody applies for it. @returns the list */
export async function appliedFor({ clerk, lead, deputy }: Archivists, recordIds: string[]): Promise<DestructionView> {
  const siteId = siteOf(clerk);
  const appraisal = accepted(await clerk.post<{ id: string }>('/api/appraisals', { siteId, recordIds, appraiserIds: [lead.who.id, deputy.who.id] }), 201).id;
  for (const who of [lead, deputy]) accepted(await who.post(`/api/appraisals/${appraisal}/give-opinion`, { verdict: 'destroy', reason: '保管期满，无保存价值' }), 200);
  accepted(await clerk.post(`/api/appraisals/${appraisal}/conclude`, {}), 200);
  return accepted(await clerk.post<DestructionView>('/api/destructions', { siteId, recordIds, reason: '保管期满' }), 201);
}

/** Approved, and signed by two of the staff. */
export async function witnessedList(people: Archivists, recordIds: string[]): Promise<DestructionView> {
  const { clerk, director, lead, company } = people;
  const { id } = await appliedFor(people, recordIds);
  accepted(await director.post(`/api/destructions/${id}/approve`, {}), 200);
  for (const who of [lead, company]) {
    accepted(await clerk.post(`/api/destructions/${id}/name-witness`, { witnessId: who.who.id }), 200);
    accepted(await who.post(`/api/destructions/${id}/witness`, {}), 200);
  }
  return readList(people, id);
}

export async function readList({ clerk }: Archivists, id: string): Promise<DestructionView> {
  return accepted(await clerk.get<DestructionView>(`/api/destructions/${id}`), 200);
}
