import { waitFor } from '@property-office/testing';
import { siteOf } from '../support/contacts';
import { draftNotice, noticeAct, read } from '../support/notices';
import { deployments, Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView } from '../support/views';

const startMs = 240_000;
const hour = 3_600_000;

interface Promised {
  promise: string;
  state: string;
  dueAt: string;
}

describe.each(deployments)('the approval of a notice waits for no single person (G1, %s)', (deployment) => {
  let office: Office;
  let clerk: Session;
  let lead: Session;
  let director: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment });
    [clerk, lead, director] = [await office.as('clerk'), await office.as('lead'), await office.as('director')];
    await office.comeToRest();
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  const submitted = async (): Promise<string> => {
    const { id } = await draftNotice(clerk);
    await noticeAct(clerk, id, 'submit');
    return id;
  };
  const due = async (id: string): Promise<number> => {
    const { promises } = accepted(await clerk.get<{ promises: Promised[] }>(`/api/notices/${id}`), 200);
    return new Date(promises.find(({ promise }) => promise === 'approve')!.dueAt).getTime();
  };

  it('Q1: its time is a row that the director sets with a source; it holds for what is submitted afterwards', async () => {
    const before = await submitted();
    const dueBefore = await due(before);
    const target = { siteId: siteOf(clerk), class: 'notice-approval', promise: 'approve', function: 'approvals', limits: [{ amount: 30, unit: 'days' }] };
    accepted(await director.post('/api/service-targets', { ...target, source: { zh: '主任办公会', en: 'meeting of the director' } }), 201);
    const now = (await office.clock.now()).getTime();
    await waitFor(async () => (await due(await submitted())) > now + 28 * 24 * hour, { what: 'the new target to be in effect' });
    expect(await due(before)).toBe(dueBefore);
    const { items } = accepted(await director.get<PageView<{ class: string; source: { zh: string } }>>('/api/service-targets?limit=100'), 200);
    expect(items.filter((each) => each.class === 'notice-approval').map(({ source }) => source.zh).sort()).toEqual(['主任办公会', '初步建议']);
  }, 120_000);

  it('G5: late, it is escalated to who may approve, then to the director, as everything else, and they answer', async () => {
    const { items } = accepted(await lead.get<PageView<{ object: { type: string; id: string } }>>('/api/escalations'), 200);
    expect(items.filter(({ object }) => object.type === 'notice')).toEqual([]);
    await office.clock.forward(12 * 24 * hour);
    const mine = accepted(await director.in('en').get<PageView<{ id: string; object: { type: string; id: string }; level: string; title: string }>>('/api/escalations'), 200);
    const late = mine.items.find(({ object }) => object.type === 'notice')!;
    expect(late).toMatchObject({ level: 'director', title: expect.stringContaining('“approval” was escalated to you') });
    accepted(await director.post(`/api/escalations/${late.id}/acknowledge`, {}), 200);
    const { contentHash } = await read(director, late.object.id);
    expect(await noticeAct(director, late.object.id, 'approve', { contentHash })).toMatchObject({ status: 'approved' });
  }, 120_000);

  it('and every invariant holds', async () => {
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
  }, 60_000);
});
