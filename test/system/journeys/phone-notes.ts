import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, TimelineView } from '../../support/views';

/** What is left for a colleague who was not there (R2.3). */
export const phoneNotes = journey('phone notes', (given) => {
  it('R2.3: a phone note that is not for the colleague comes back with a reason, and goes to another', async () => {
    const { office } = given;
    const [desk, clerk, director] = [await office.as('desk'), await office.as('clerk'), await office.as('director')];
    const { id } = accepted(await desk.post<{ id: string }>('/api/phone-notes', { siteId: siteOf(desk), toPersonId: clerk.who.id, caller: { name: '刘处长' }, message: '问装修押金' }), 201);
    await told(clerk, id, 'phone-note-left');
    accepted(await clerk.post(`/api/phone-notes/${id}/return`, { reason: '不归我管' }), 200);
    await told(desk, id, 'phone-note-returned');
    accepted(await desk.post(`/api/phone-notes/${id}/readdress`, { toPersonId: director.who.id }), 200);
    await told(director, id, 'phone-note-left');
    accepted(await director.post(`/api/phone-notes/${id}/acknowledge`, {}), 200);
  });

  it('R2.3, G5: whoever left one that came back is reminded, then the lead, who sends it to somebody else', async () => {
    const { office } = given;
    const [desk, lead, clerk, director] = [await office.as('desk'), await office.as('lead'), await office.as('clerk'), await office.as('director')];
    const { id } = accepted(await desk.post<{ id: string }>('/api/phone-notes', { siteId: siteOf(desk), toPersonId: clerk.who.id, caller: { name: '刘处长' }, message: '问停车证' }), 201);
    accepted(await clerk.post(`/api/phone-notes/${id}/return`, { reason: '不归我管' }), 200);
    const isTold = async (who: Session) =>
      accepted(await who.get<PageView<{ promise: string; object: { id: string } }>>('/api/escalations?limit=100'), 200).items.some(({ promise, object }) => promise === 'readdress' && object.id === id);
    await office.clock.forward(24 * 3_600_000);
    for (const who of [desk, lead]) await waitFor(() => isTold(who), { what: 'the note that came back among what is late' });
    const timeline = async (who: Session) => accepted(await who.get<TimelineView>(`/api/phone-notes/${id}/timeline`), 200).items.map(({ summary }) => summary);
    await waitFor(async () => (await timeline(lead)).some((summary) => summary.includes('客服主管，已通知')), { what: 'the level on the timeline' });
    expect((await timeline(lead)).slice(0, 3)).toEqual([expect.stringContaining('已登记转告，编号'), '已退回：不归我管', '“改转他人”升级提醒：责任人，已通知']);
    // It is not for them: they neither left it nor hold it.
    expect((await (await office.as('technician')).get(`/api/phone-notes/${id}/timeline`)).status).toBe(404);
    accepted(await lead.post(`/api/phone-notes/${id}/readdress`, { toPersonId: director.who.id }), 200);
    await told(director, id, 'phone-note-left');
    accepted(await director.post(`/api/phone-notes/${id}/acknowledge`, {}), 200);
  });
});
