import type { EventData, EventType, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { EventOf, ReactionContext, Selected } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { ReadRepairFigures } from '../persistence/repair-figures';
import { trackingSchema } from '../persistence/schema';
import { Timelines } from '../persistence/timelines';
import { FollowRepairReaction } from './follow-repair.reaction';

const siteId = newId();

describe('a timeline follows what is corrected and taken back (G3)', () => {
  let own: OwnDatabase;
  let database: Database;
  const reaction = new FollowRepairReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });

  afterAll(() => own.close());

  const person = (personId: string, role: 'resident' | 'director' = 'resident'): Principal => ({
    personId,
    accountId: newId(),
    sessionId: newId(),
    name: '王敏',
    roles: [{ role, siteId }],
    crews: [],
    homes: [],
  });

  /** A request of this reporter, and a way to announce what happens to it next. */
  async function reported(reporterId: string) {
    const id = newId();
    let version = 0;
    const announce = async <T extends EventType & Selected<'tickets.*'>['type']>(type: T, data: EventData<T>): Promise<{ eventId: string; version: number }> => {
      version += 1;
      const event = announced(type, id, siteId, data, { aggregateversion: version }) as WireEvent<T> as EventOf<T>;
      await database.transaction(async (tx) => reaction.onEvent(event as Selected<'tickets.*'>, { tx, now: tx.now } as ReactionContext<Transaction>));
      return { eventId: event.id, version };
    };
    await announce('tickets.repair-requested.v1', {
      number: 'R-20261123-10001', episode: 1, category: 'water-leak', repairClass: 'P2', dispatchMode: 'assign', skill: 'plumbing',
      location: { kind: 'home', id: newId() }, description: '漏水', reporterId, preferredFrom: null, preferredTo: null,
      channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [],
    } as EventData<'tickets.repair-requested.v1'>);
    return { id, announce };
  }

  const said = { number: 'R-20261123-10001', episode: 1 };
  const read = async (id: string, who: string) => {
    const entries = await new Timelines(database).read(person(who), id);
    return entries?.map(({ type, data }) => summaryOf(type, data, 'zh'));
  };

  it('shows it to the right person and not to the wrong one, and back again', async () => {
    const [wrong, right] = [newId(), newId()];
    const { id, announce } = await reported(wrong);
    const act = await announce('tickets.repair-corrected.v1', { ...said, reason: '报修人有误', from: { reporterId: wrong }, to: { reporterId: right } });
    expect(await read(id, wrong)).toBeUndefined();
    expect(await read(id, right)).toEqual(['已报修，编号 R-20261123-10001', '已更正报修信息：报修人有误']);
    const taken = { act: { ...act, type: 'tickets.repair-corrected.v1' as const }, state: 'open', from: { reporterId: right }, to: { reporterId: wrong } };
    await announce('tickets.act-taken-back.v1', { ...said, ...taken });
    expect(await read(id, right)).toBeUndefined();
    expect((await read(id, wrong))?.slice(1)).toEqual(['已更正报修信息：报修人有误（已撤回）', '已撤回上一步操作']);
  });

  it('keeps the entry of a comment that was taken back, without its words', async () => {
    const reporter = newId();
    const { id, announce } = await reported(reporter);
    const act = await announce('tickets.repair-commented.v1', { ...said, comment: '写错了' });
    await announce('tickets.act-taken-back.v1', { ...said, act: { ...act, type: 'tickets.repair-commented.v1' }, state: 'open', from: {}, to: {} });
    expect((await read(id, reporter))?.slice(1)).toEqual(['留言已撤回', '已撤回上一步操作']);
    expect(JSON.stringify(await new Timelines(database).read(person(reporter), id))).not.toContain('写错了');
  });

  it('counts under the corrected category, and no cancellation that was taken back', async () => {
    const category = `category-${newId()}`;
    const { announce } = await reported(newId());
    await announce('tickets.repair-corrected.v1', { ...said, reason: '类别有误', from: { category: 'water-leak' }, to: { category } });
    const act = await announce('tickets.repair-cancelled.v1', { ...said, reason: '点错了', from: 'open' });
    await announce('tickets.act-taken-back.v1', { ...said, act: { ...act, type: 'tickets.repair-cancelled.v1' }, state: 'open', from: {}, to: {} });
    const period = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
    const figures = await new ReadRepairFigures(database).of(person(newId(), 'director'), period, 'category');
    expect(figures.find(({ group }) => group === category)).toMatchObject({ reported: 1, cancelled: 0 });
  });
});
