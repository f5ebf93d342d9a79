import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';

/** Guests of homes; who comes and goes is in the contact desk. */
export const visitors = journey('visitors', (given) => {
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
});
