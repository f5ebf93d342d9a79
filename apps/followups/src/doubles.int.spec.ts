import type { EventData, Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, ServiceUnderTest } from '@property-office/service-testing';
import { followups } from './followups.module';

const tested = { definition: followups } as const;

class FollowUpsUnderTest extends ServiceUnderTest {
  static async open(): Promise<FollowUpsUnderTest> {
    return new FollowUpsUnderTest(tested, await this.databaseOf(tested)).start();
  }
}

describe('the follow-up of a request into which others were merged (G3, R3.2)', () => {
  let service: FollowUpsUnderTest;
  const [siteId, survivor, double] = [newId(), newId(), { id: newId(), number: 'R-20261123-10009' }];
  const desk: Principal = { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role: 'desk', siteId }], crews: [], homes: [] };
  const home = newId();
  const said = { number: 'R-20261123-10001', episode: 1 };

  beforeAll(async () => {
    service = await FollowUpsUnderTest.open();
    const requested: EventData<'tickets.repair-requested.v1'> = {
      ...said,
      category: 'water-leak',
      repairClass: 'P1',
      dispatchMode: 'assign',
      skill: 'plumbing',
      location: { kind: 'home', id: home },
      description: '漏水',
      reporterId: newId(),
      preferredFrom: null,
      preferredTo: null,
      channel: 'desk',
      urgent: false,
      seenAt: null,
      externalReference: null,
      attachmentIds: [],
    };
    await service.hear(announced('tickets.repair-requested.v1', survivor, siteId, requested), ['followups__episodes_v1']);
  });
  afterAll(() => service.close());

  const joined = (aggregateversion: number) => service.hear(announced('tickets.repair-double-joined.v1', survivor, siteId, { ...said, double }, { aggregateversion }), ['followups__doubles_v1']);
  const left = (aggregateversion: number) =>
    service.hear(announced('tickets.repair-double-left.v1', survivor, siteId, { ...said, double, why: 'undone' }, { aggregateversion }), ['followups__doubles_v1']);
  const shown = async () => {
    const { body } = await service.ask(`GET /api/follow-ups?repairRequestId=${survivor}`, desk);
    const [{ id }] = (body as { items: [{ id: string }] }).items;
    return (await service.ask(`GET /api/follow-ups/${id}`, desk)).body as { doubles: unknown; homeId: unknown; door: unknown };
  };

  it('names them to whoever calls, as long as they are merged, in whichever order that is heard', async () => {
    expect((await shown()).doubles).toEqual([]);
    await joined(2);
    expect((await shown()).doubles).toEqual([double]);
    await joined(4);
    await left(3);
    expect((await shown()).doubles).toEqual([double]);
    await left(5);
    expect((await shown()).doubles).toEqual([]);
  });

  it('shows what to mind at the door, also after its place was corrected (W6.4)', async () => {
    expect(await shown()).toMatchObject({ homeId: home, door: null });
    const care = (homeId: string, wishes: string) =>
      service.hear(announced('directory.home-care-changed.v1', homeId, siteId, { homeId, wishes, noPhone: true, contactId: null }), ['followups__home_care_v1']);
    await care(home, '请按两次门铃');
    expect(await shown()).toMatchObject({ door: { wishes: '请按两次门铃', noPhone: true, hasContact: false } });
    const other = newId();
    await care(other, '家有大狗');
    const moved: EventData<'tickets.repair-corrected.v1'> = { ...said, reason: '门牌写错', from: { location: { kind: 'home', id: home } }, to: { location: { kind: 'home', id: other } } };
    await service.hear(announced('tickets.repair-corrected.v1', survivor, siteId, moved, { aggregateversion: 2 }), ['followups__episodes_v1']);
    expect(await shown()).toMatchObject({ homeId: other, door: { wishes: '家有大狗' } });
  });
});
