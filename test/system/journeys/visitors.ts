import { waitFor } from '@property-office/testing';
import sharp from 'sharp';
import { contactAct, recordContact, siteOf } from '../../support/contacts';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';
import { upload } from '../../support/uploads';

/** Guests of homes and of the office; a guest of a home who comes and goes is in the contact desk. */
export const visitors = journey('visitors', (given) => {
  it('R2.3: a guest of the office is announced at the desk, which hears what the colleague said, and the colleague who came and who did not', async () => {
    const { office } = given;
    const [desk, clerk] = [await office.as('desk'), await office.as('clerk')];
    const from = await office.clock.now();
    const visit = { siteId: siteOf(desk), kind: 'office-guest', hostId: clerk.who.id, name: '彭先生', purpose: '送保养合同', from, until: new Date(from.getTime() + 3_600_000) };
    const announced = async () => accepted(await desk.post<{ id: string; status: string; homeId: null }>('/api/visitors', visit), 201);
    const [coming, unwanted, missed] = [await announced(), await announced(), await announced()];
    expect(coming).toMatchObject({ status: 'announced', homeId: null });
    for (const { id } of [coming, unwanted, missed]) await told(clerk, id, 'visitor-to-confirm');
    for (const { id } of [coming, missed]) accepted(await clerk.post(`/api/visitors/${id}/confirm`, {}), 200);
    accepted(await clerk.post(`/api/visitors/${unwanted.id}/decline`, {}), 200);
    for (const { id } of [coming, missed]) await told(desk, id, 'visitor-confirmed');
    await told(desk, unwanted.id, 'visitor-declined');
    const { passCode } = accepted(await desk.post<{ passCode: string }>(`/api/visitors/${coming.id}/pass`, {}), 200);
    accepted(await desk.post('/api/visitors/admit', { siteId: siteOf(desk), passCode }), 200);
    await told(clerk, coming.id, 'visitor-came');
    accepted(await desk.post(`/api/visitors/${coming.id}/see-out`, {}), 200);
    await office.clock.skip(2 * 3_600_000);
    await office.comeToRest();
    await told(clerk, missed.id, 'visitor-missed');
    const statusOf = async ({ id }: { id: string }) => accepted(await desk.get<{ status: string }>(`/api/visitors/${id}`), 200).status;
    expect([await statusOf(coming), await statusOf(unwanted), await statusOf(missed)]).toEqual(['left', 'declined', 'missed']);
  });

  it('W2.6: whoever moves out has no guests there any more', async () => {
    const { office } = given;
    const [desk, operator, resident] = [await office.as('desk'), await office.as('operator'), await office.as('resident')];
    const siteId = siteOf(desk);
    const { id: hostId } = accepted(await operator.post<{ id: string }>('/api/people', { siteId, name: '蒋先生' }), 201);
    const { id: tieId } = accepted(await desk.post<{ id: string }>('/api/ties', { personId: hostId, homeId: resident.homeId, kind: 'tenant' }), 201);
    const from = await office.clock.now();
    const visit = { siteId, kind: 'resident-guest', homeId: resident.homeId, name: '何先生', from, until: new Date(from.getTime() + 3_600_000) };
    const announced = async (host: string) => accepted(await desk.post<{ id: string }>('/api/visitors', { ...visit, hostId: host }), 201).id;
    const [theirs, others] = [await announced(hostId), await announced(resident.who.id)];
    accepted(await desk.post(`/api/ties/${tieId}/end`, {}), 200);
    const statusOf = async (id: string) => accepted(await desk.get<{ status: string }>(`/api/visitors/${id}`), 200).status;
    await waitFor(async () => (await statusOf(theirs)) === 'cancelled', { what: 'the visit to be cancelled' });
    expect(await statusOf(others)).toBe('announced');
  });

  it('W2.1: a screenshot that is pasted becomes a contact without a word, and that a visitor: its summary, the picture, each linked to the other', async () => {
    const { office } = given;
    const [desk, resident] = [await office.as('desk'), await office.as('resident')];
    const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#336655' } }).jpeg().toBuffer();
    const attachment = accepted(await upload(desk, picture, '聊天截图.jpg'), 201).id;
    const pasted = { channel: 'message', ownWords: undefined, summary: '朋友下午来访', attachmentIds: [attachment], caller: { personId: resident.who.id, homeId: resident.homeId } };
    const contact = await recordContact(desk, pasted);
    const from = await office.clock.now();
    const visitor = { kind: 'resident-guest', hostId: resident.who.id, homeId: resident.homeId, name: '何先生', from, until: new Date(from.getTime() + 3_600_000) };
    const { id } = accepted(await contactAct(desk, contact.id, 'convert', { to: 'visitor', visitor }), 200).convertedTo!;
    for (const who of [desk, resident]) {
      const seen = accepted(await who.get<{ attachments: Array<{ id: string; url: string }> }>(`/api/visitors/${id}`), 200);
      expect(seen).toMatchObject({ contactId: contact.id, note: '朋友下午来访', attachments: [{ id: attachment }] });
      expect((await office.nobody().get(seen.attachments[0]!.url)).status).toBe(200);
    }
    await office.comeToRest();
    const links = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = $1 ORDER BY 1', [attachment]);
    expect(links).toEqual([{ type: 'contact' }, { type: 'visitor' }]);
  });
});
