import type { EventData, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutRepairsReaction } from './tell-about-repairs.reaction';

type Told = Selected<'tickets.*'>;
const said = { number: 'R-20261123-10007', episode: 1 };

describe('a reporter hears how their request goes (W2.2)', () => {
  let office: NotificationsUnderTest;
  let version: number;
  let requestId: string;
  const [reporterId, desk] = [newId(), newId()];
  const reaction = new TellAboutRepairsReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    [version, requestId] = [0, newId()];
    await happens('tickets.repair-requested.v1', { ...said, reporterId, repairClass: 'P2' });
  });

  async function happens<T extends Told['type']>(type: T, data: object, actorid = desk): Promise<void> {
    const event = announced(type, requestId, office.awake, data as EventData<T>, { aggregateversion: (version += 1), actorid }) as WireEvent as Told;
    await office.database.transaction((tx) => reaction.onEvent(event, { tx, now: tx.now, together: [event] } as unknown as ReactionContext<Transaction>));
  }
  const cancelled = (actorid?: string) => happens('tickets.repair-cancelled.v1', { ...said, reason: '住户不在', from: 'open' }, actorid);
  const takenBack = (type: string, actorid?: string) =>
    happens('tickets.act-taken-back.v1', { ...said, act: { eventId: newId(), version, type }, state: 'open', from: {}, to: {} }, actorid);
  const heard = async (personId = reporterId) =>
    (await office.database.query<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 ORDER BY id', [personId])).map(({ kind }) => kind);

  it('of a cancellation, that it was taken back, and of the next one in the same episode', async () => {
    await cancelled();
    await takenBack('tickets.repair-cancelled.v1');
    await cancelled();
    expect(await heard()).toEqual(['repair-accepted', 'repair-cancelled', 'repair-goes-on', 'repair-cancelled']);
  });

  it('not of what they did themselves', async () => {
    await cancelled(reporterId);
    await takenBack('tickets.repair-cancelled.v1', reporterId);
    expect(await heard()).toEqual(['repair-accepted']);
  });

  it('not of a correction or a comment that was taken back: nothing goes on that had stopped', async () => {
    await happens('tickets.repair-commented.v1', { ...said, comment: '明天来' });
    await takenBack('tickets.repair-commented.v1');
    await takenBack('tickets.repair-corrected.v1');
    expect(await heard()).toEqual(['repair-accepted', 'repair-commented']);
  });

  it('once of what happens once an episode, however often it is said', async () => {
    await happens('tickets.repair-resolved.v1', { ...said, workOrderId: null });
    await happens('tickets.repair-resolved.v1', { ...said, workOrderId: null });
    expect(await heard()).toEqual(['repair-accepted', 'repair-resolved']);
  });
});
