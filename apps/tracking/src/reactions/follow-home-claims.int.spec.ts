import type { EventData, EventType, Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { CaseTimelines } from '../persistence/case-timelines';
import { trackingSchema } from '../persistence/schema';
import { FollowHomeClaimsReaction } from './follow-home-claims.reaction';

const siteId = newId();

describe('the timeline of a claim of a home (W2.6, G5)', () => {
  let own: OwnDatabase;
  let database: Database;
  const claims = new FollowHomeClaimsReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });
  afterAll(() => own.close());

  const person = (role: Role, site = siteId): Principal => ({
    personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId: site }], crews: [], homes: [],
  });
  const [id, waiting] = [newId(), newId()];
  const claim = { claimId: id, personId: newId(), homeId: newId(), kind: 'tenant' } as const;
  const level = { claimId: id, deadlineId: newId(), promise: 'decide-claim', class: 'home-claim', dueAt: '2026-11-24T01:00:00.000Z', level: 'lead' };

  async function happens<T extends EventType>(type: T, data: EventData<T>, hour: number, aggregateversion: number): Promise<void> {
    const at = new Date(Date.UTC(2026, 10, 23, hour)).toISOString();
    const event = announced(type, type.startsWith('directory.') ? id : waiting, siteId, data, { aggregateversion, happenedat: at, time: at } as never) as never;
    const react = type.startsWith('directory.') ? claims.onClaim.bind(claims) : claims.onLevel.bind(claims);
    await database.transaction(async (tx) => react(event, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const read = async (who: Principal, language: 'zh' | 'en') =>
    (await new CaseTimelines(database).read(who, 'tracking.readHomeClaimTimeline', { type: 'home-claim', id })).map(({ type, data }) => summaryOf(type, data, language));

  it('says what became of it and when it was late, once and by when it happened, whatever is heard first', async () => {
    const told = [{ personId: newId(), forPersonId: null }];
    await happens('reception.home-claim-escalated.v1', { ...level, to: 'desk-lead', outcome: 'told', reached: 'lead', told }, 30, 1);
    await happens('directory.home-claim-refused.v1', { ...claim, reason: '没有租约' }, 40, 2);
    await happens('directory.home-claimed.v1', claim, 1, 1);
    await happens('reception.home-claim-shown-on-time.v1', level, 41, 2);
    expect(await read(person('desk'), 'zh')).toEqual([
      '已提交认领，等待审核',
      '“审核房屋认领”升级提醒：客服主管，已通知',
      '未通过：没有租约',
      '“审核房屋认领”经补录证实未超时，此前的升级提醒保留',
    ]);
    expect((await read(person('director'), 'en'))[0]).toBe('Claimed, and waits for a decision');
  });

  it('is for the office of the site', async () => {
    for (const who of [person('desk', newId()), person('technician'), person('resident')]) expect(await read(who, 'zh')).toEqual([]);
  });
});
