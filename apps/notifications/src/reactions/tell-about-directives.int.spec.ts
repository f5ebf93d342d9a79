import { eventContracts, type EventData, type EventType, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutDirectivesReaction } from './tell-about-directives.reaction';
import { TellAboutEscalationsReaction } from './tell-about-escalations.reaction';

const number = 'Z-20261128-10001';

describe('whom a directive is addressed to hears of it, and its giver when all have acknowledged it (W3.1)', () => {
  let office: NotificationsUnderTest;
  let directiveId: string;
  let version: number;
  const [giver, head, technician] = [newId(), newId(), newId()];

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    [directiveId, version] = [newId(), 1];
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid = giver): Promise<void> {
    const at = new Date().toISOString();
    const event = {
      specversion: '1.0', id: newId(), source: '/documents', type, subject: directiveId, time: at, datacontenttype: 'application/json',
      aggregatetype: eventContracts[type].aggregate, aggregateversion: (version += 1), siteid: office.awake, happenedat: at, actorid, actorrole: 'director',
      data: { number, ...more } as EventData<T>,
    } as WireEvent;
    await office.database.transaction(async (tx) => {
      const context = { tx, now: tx.now } as unknown as ReactionContext<Transaction>;
      if (type === 'documents.directive-escalated.v1') return new TellAboutEscalationsReaction().onDirective(event as never, context);
      return new TellAboutDirectivesReaction().onDirective(event as never, context);
    });
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; subject_type: string }>('SELECT kind, person_id, subject_type FROM notification ORDER BY id');
    return rows.map(({ kind, person_id: personId, subject_type: type }) => [kind, personId, type]);
  };

  it('each of its addressees, and not who gave it', async () => {
    await happens('documents.directive-given.v1', { acknowledgeBy: new Date().toISOString(), addresseeIds: [head, technician, giver], replacesId: null, attachmentIds: [] });
    expect(await told()).toEqual([['directive-to-acknowledge', head, 'directive'], ['directive-to-acknowledge', technician, 'directive']]);
  });

  it('its giver once all have acknowledged it, and not before', async () => {
    await happens('documents.directive-acknowledged.v1', { addresseeId: head, giverId: giver, acknowledged: 1, addressed: 2 }, head);
    expect(await told()).toEqual([]);
    await happens('documents.directive-acknowledged.v1', { addresseeId: technician, giverId: giver, acknowledged: 2, addressed: 2 }, technician);
    expect(await told()).toEqual([['directive-acknowledged', giver, 'directive']]);
  });

  it('that it was withdrawn, or that another takes its place', async () => {
    await happens('documents.directive-withdrawn.v1', { addresseeIds: [head] });
    await happens('documents.directive-replaced.v1', { replacedById: newId(), addresseeIds: [technician] });
    expect(await told()).toEqual([['directive-withdrawn', head, 'directive'], ['directive-replaced', technician, 'directive']]);
  });

  it('whoever a level was escalated to', async () => {
    const level = { deadlineId: newId(), promise: 'acknowledge', class: 'directive', dueAt: new Date().toISOString(), level: 'responsible' } as const;
    await happens('documents.directive-escalated.v1', { ...level, to: 'responsible', outcome: 'told', reached: 'responsible', told: [{ personId: head, forPersonId: null }] });
    expect(await told()).toEqual([['promise-late', head, 'directive']]);
  });
});
