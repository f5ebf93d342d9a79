import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { archivists } from '../../support/destructions';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';

interface Kept {
  id: string;
  archiveNumber: string;
  shelf: string;
}
interface Stocktake {
  id: string;
  status: string;
  differences: Array<{ id: string; kind: string; archiveNumber: string | null; code: string | null }>;
}
interface Scans {
  scans: Array<{ finding: string; again: boolean }>;
}
interface Inbox {
  items: Array<{ kind: string; subject: { type: string; id: string } }>;
}

const shelf = '行走柜7层';
const elsewhere = '行走柜8层';

export const stocktakes = journey('a stocktake through the gateway', (given) => {
  it('W4.4: a shelf is counted by two people, its differences explained and approved by another person, its catalogue corrected by that', async () => {
    const { office } = given;
    const { clerk, director, lead, company } = await archivists(office);
    const siteId = siteOf(clerk);
    const paper = async (title: string): Promise<Kept> =>
      accepted(await clerk.post<Kept>('/api/records', { siteId, category: 'WS', office: 'KFB', retention: 'D30', title, responsibleParty: '管理处', datedAt: '2020-06-05T02:00:00Z', carrier: 'paper', shelf }), 201);
    const [here, astray, lost, lent] = [await paper('走读登记甲'), await paper('走读登记乙'), await paper('走读登记丙'), await paper('走读登记丁')];
    const wrong = 'PM01-WS·1999-Y-KFB-9999';
    const told = (who: Session, id: string, kind: string) =>
      waitFor(async () => (await who.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.kind === kind && item.subject.id === id), { what: `${kind} in an inbox` });

    const labels = await clerk.get(`/api/records/labels?siteId=${siteId}&shelf=${encodeURIComponent(shelf)}`);
    expect([labels.status, labels.headers['content-type'], labels.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    const dueAt = new Date((await office.clock.now()).getTime() + 5 * 24 * 3_600_000).toISOString();
    const { id: loan } = accepted(await lead.post<{ id: string }>('/api/loans', { recordId: lent.id, form: 'paper', purpose: '核对', dueAt }), 201);
    for (const verb of ['approve', 'hand-over']) accepted(await clerk.post(`/api/loans/${loan}/${verb}`, {}), 200);

    const finishBy = new Date((await office.clock.now()).getTime() + 60 * 24 * 3_600_000).toISOString();
    const { id } = accepted(await clerk.post<Stocktake>('/api/stocktakes', { siteId, shelf, finishBy, counterIds: [lead.who.id] }), 201);
    await told(lead, id, 'stocktake-to-count');
    const scan = async (who: Session, seenOn: string, codes: string[]) =>
      accepted(await who.post<Scans>(`/api/stocktakes/${id}/scan`, { shelf: seenOn, codes }), 200).scans.map(({ finding, again }) => [finding, again]);
    const both = await Promise.all([scan(lead, shelf, [here.archiveNumber, wrong]), scan(clerk, elsewhere, [astray.archiveNumber])]);
    expect(both).toEqual([[['found', false], ['unknown', false]], [['misplaced', false]]]);
    expect(await scan(clerk, shelf, [here.archiveNumber, wrong])).toEqual([['found', true], ['unknown', true]]);

    accepted(await clerk.post(`/api/stocktakes/${id}/finish`, {}), 200);
    const read = async (who: Session) => accepted(await who.get<Stocktake>(`/api/stocktakes/${id}`), 200);
    const { differences } = await read(clerk);
    expect(differences.map(({ kind, archiveNumber, code }) => [kind, archiveNumber ?? code]).toSorted()).toEqual(
      [['misplaced', astray.archiveNumber], ['missing', lost.archiveNumber], ['unknown', wrong]].toSorted(),
    );
    expect((await clerk.post<Problem>(`/api/stocktakes/${id}/close`, {})).body).toMatchObject({ status: 409, code: 'differences-open' });
    const misplaced = differences.find(({ kind }) => kind === 'misplaced')!.id;
    accepted(await clerk.post(`/api/stocktakes/${id}/explain`, { differenceIds: [misplaced], explanation: '放错一层', correctShelf: true }), 200);
    accepted(await director.post(`/api/stocktakes/${id}/explain`, { explanation: '旧标签；丙册正在查找' }), 200);
    await told(company, id, 'stocktake-to-approve');
    expect((await director.post<Problem>(`/api/stocktakes/${id}/approve`, {})).body).toMatchObject({ status: 403, code: 'explained-by-you' });
    accepted(await company.post(`/api/stocktakes/${id}/approve`, {}), 200);
    await told(clerk, id, 'stocktake-to-close');
    accepted(await clerk.post(`/api/stocktakes/${id}/close`, {}), 200);
    expect(accepted(await clerk.get<Kept>(`/api/records/${astray.id}`), 200).shelf).toBe(elsewhere);
    expect(accepted(await clerk.get<Kept>(`/api/records/${lost.id}`), 200).shelf).toBe(shelf);
  });
});
