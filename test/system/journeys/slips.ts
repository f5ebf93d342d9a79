import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { journey } from '../../support/journey';
import { approvedNotice, figuresOf, noticeAct, noticesPath } from '../../support/notices';
import { accepted } from '../../support/repairs';
import { enter } from '../../support/residents';

export const slips = journey('slips under the door (W2.4)', (given) => {
  it('a home whose SMS fails for good is on the print list, and the desk marks its slip as left', async () => {
    const { office } = given;
    const [clerk, lead, director] = [await office.as('clerk'), await office.as('lead'), await office.as('director')];
    const siteId = siteOf(clerk);
    const desk = await office.as('desk');
    const homeId = accepted(await desk.get<{ items: Array<{ id: string }> }>('/api/homes?externalCode=YG-2-1-102'), 200).items[0]!.id;
    const operator = await office.as('operator');
    const { id: personId } = accepted(await operator.post<{ id: string }>('/api/people', { siteId, name: '沈静', phone: '13788880001' }), 201);
    accepted(await operator.post('/api/ties', { personId, homeId, kind: 'owner' }), 201);
    await waitFor(async () => (await office.query('SELECT 1 FROM notifications.notice_tie WHERE person_id = $1', [personId])).length > 0, { what: 'who lives there' });
    const person = await enter(office, '13788880001');
    const { headers } = await person.get('/api/notification-settings');
    const wanted = JSON.stringify({ language: 'zh', urgentBySms: true });
    accepted(await person.send('PUT', '/api/notification-settings', wanted, { headers: { 'content-type': 'application/json', 'if-match': headers.etag! } }), 200);
    const content = { audience: [{ scope: 'home', placeId: homeId }], channels: ['sms', 'door-slip'] };
    const { id } = await approvedNotice(clerk, lead, content);
    expect((await clerk.get<{ unreached: number }>(`${noticesPath}/${id}/audience`)).body).toMatchObject({ unreached: 0 });
    given.outside.sms.instead = () => ({ status: 400, body: { error: 'no such number' } });
    await noticeAct(clerk, id, 'release');
    const printed = async () => (await clerk.get(`${noticesPath}/${id}/slips`)).text;
    await waitFor(async () => (await printed()).includes('2栋1单元102'), { what: 'the print list to have it' });
    given.outside.sms.instead = undefined;
    expect(await figuresOf(director, id)).toMatchObject({ slips: 1, slipsLeft: 0, channels: [{ channel: 'sms', people: 1, failed: 1 }] });
    expect(accepted(await desk.post(`${noticesPath}/${id}/leave-slips`, { homeIds: [homeId] }), 200)).toEqual({ slips: 1, left: 1 });
    expect(await figuresOf(director, id)).toMatchObject({ slips: 1, slipsLeft: 1 });
    expect(await printed()).not.toContain('2栋1单元102');
    // It was another door (G3).
    expect(accepted(await desk.post(`${noticesPath}/${id}/correct-slips`, { homeIds: [homeId], reason: '记错了楼栋' }), 200)).toEqual({ slips: 1, left: 0 });
    expect(await printed()).toContain('2栋1单元102');
    const listed = async (q: string) => accepted(await desk.get<{ items: object[] }>(`${noticesPath}/${id}/unreached-homes?left=false&q=${encodeURIComponent(q)}`), 200).items;
    expect(await listed('1单元102')).toMatchObject([{ homeId, leftAt: null, correctedAt: expect.any(String) }]);
    expect(await listed('1单元101')).toEqual([]);
    // Whoever goes there knows what the household wishes (W6.4); the slip does not say it.
    const { headers: care } = await desk.get(`/api/homes/${homeId}/care`);
    const wishes = { wishes: '请勿敲门，从门缝塞入' };
    accepted(await desk.send('PUT', `/api/homes/${homeId}/care`, JSON.stringify(wishes), { headers: { 'content-type': 'application/json', 'if-match': care.etag! } }), 200);
    await waitFor(async () => (await printed()).includes('请勿敲门，从门缝塞入'), { what: 'the wishes on the sheet of whoever goes there' });
    expect((await printed()).split('<section')).toEqual([expect.stringContaining('送达须知'), expect.not.stringContaining('请勿敲门')]);
  }, 60_000);
});
