import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import { enter } from '../../support/residents';
import type { Session, SignedIn } from '../../support/session';
import type { PageView, TimelineView } from '../../support/views';

const patienceMs = 240_000;
const day = 86_400_000;

interface Claim {
  id: string;
  status: string;
  reason: string | null;
}

/** Whoever says that they belong to a home, and who hears of it; what follows from it is among residents. */
export const homeClaims = journey('claims of homes', (given) => {
  let office: Office;
  let desk: Session;
  let owner: Session;
  let number = 0;

  beforeAll(async () => {
    ({ office } = given);
    [desk, owner] = [await office.as('desk'), await office.as('resident')];
  });

  const newcomer = () => enter(office, `1390009${String((number += 1)).padStart(4, '9')}`);
  const claim = async (person: Session) => accepted(await person.post<Claim>('/api/home-claims', { homeId: owner.homeId, name: '许晴', kind: 'tenant' }), 201).id;

  it('W2.6: an owner of the home is told of a claim and confirms it until a date, and the claimant hears of it', async () => {
    const person = await newcomer();
    const id = await claim(person);
    for (const who of [desk, owner]) expect((await told(who, id, 'home-claimed')).subject).toEqual({ type: 'home-claim', id });
    const until = new Date((await office.clock.now()).getTime() + 300 * day).toISOString();
    const { tieId } = accepted(await owner.post<{ tieId: string }>(`/api/home-claims/${id}/confirm`, { until }), 200);
    expect((await told(person, id, 'home-claim-confirmed')).title).toBe('您认领的房屋已确认');
    const homes = async () => accepted(await person.get<SignedIn>('/api/sessions/current'), 200).homes.map((home) => home.id);
    await waitFor(async () => (await homes()).includes(owner.homeId), { what: 'the claimant to live there' });
    accepted(await owner.post(`/api/homes/${owner.homeId}/members/${tieId}/end`, {}), 200);
  });

  it('W2.6: who was refused hears why, and who was asked that a claim was taken back', async () => {
    const person = await newcomer();
    const refused = await claim(person);
    accepted(await desk.post(`/api/home-claims/${refused}/refuse`, { reason: '没有租约' }), 200);
    expect((await told(person, refused, 'home-claim-refused')).title).toBe('您认领的房屋未通过：没有租约');
    const withdrawn = await claim(person);
    accepted(await person.post(`/api/home-claims/${withdrawn}/withdraw`, {}), 200);
    for (const who of [desk, owner]) await told(who, withdrawn, 'home-claim-withdrawn');
  });

  it('W2.6, G5: a claim that nobody decides on is escalated to the lead of the desk', async () => {
    const [person, lead] = [await newcomer(), await office.as('lead')];
    const id = await claim(person);
    await office.comeToRest();
    const escalated = async () =>
      accepted(await lead.get<PageView<{ title: string; object: { type: string; id: string; number: null } }>>('/api/escalations?limit=100'), 200).items.find(({ object }) => object.id === id);
    // On a workday alone, whatever day it is by now.
    await office.clock.forwardUntil(async () => (await escalated()) !== undefined);
    const late = await waitFor(escalated, { what: 'the claim among what is late' });
    expect(late).toMatchObject({ title: '“审核房屋认领”已升级给您', object: { type: 'home-claim', id, number: null } });
    expect((await told(lead, id, 'unnumbered-promise-late')).title).toBe('“审核房屋认领”已升级给您，请处理');
    accepted(await lead.post(`/api/home-claims/${id}/refuse`, { reason: '联系不上本人' }), 200);
    const timeline = async () => accepted(await desk.get<TimelineView>(`/api/home-claims/${id}/timeline`), 200).items.map(({ summary }) => summary);
    await waitFor(async () => (await timeline()).at(-1) === '未通过：联系不上本人', { what: 'the refusal on the timeline' });
    expect((await timeline()).slice(0, 2)).toEqual(['已提交认领，等待审核', '“审核房屋认领”升级提醒：客服主管，已通知']);
    for (const who of [person, owner]) expect((await who.get(`/api/home-claims/${id}/timeline`)).status).toBe(403);
    const mine = accepted(await desk.get<PageView<Claim>>(`/api/home-claims?siteId=${siteOf(desk)}&status=refused&limit=100`), 200).items;
    expect(mine.find((each) => each.id === id)).toMatchObject({ reason: '联系不上本人' });
  }, patienceMs);
});
