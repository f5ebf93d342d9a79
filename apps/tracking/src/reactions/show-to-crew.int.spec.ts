import type { HandsEvent, Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { OwnDatabase } from '@property-office/service-testing';
import { trackingSchema } from '../persistence/schema';
import { Timelines } from '../persistence/timelines';
import { ShowToCrewReaction } from './show-to-crew.reaction';

const siteId = newId();

describe('a timeline is shown to whoever has the work in hand', () => {
  let own: OwnDatabase;
  let database: Database;
  const reaction = new ShowToCrewReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });

  afterAll(() => own.close());

  /** Whether a technician sees the timeline of a request after the order they were given went on. */
  async function afterwards(...types: Array<HandsEvent['type']>): Promise<boolean> {
    const [requestId, orderId, technicianId] = [newId(), newId(), newId()];
    await database.query('INSERT INTO timeline (repair_request_id, site_id, number, opened_at) VALUES ($1, $2, $3, platform.now())', [requestId, siteId, 'R-20261123-10001']);
    let version = 1;
    for (const type of ['dispatch.work-order-assigned.v1' as const, ...types]) {
      version += 1;
      const data = { repairRequestId: requestId, crewId: newId(), technicianId };
      const event = { type, subject: orderId, siteid: siteId, aggregateversion: version, data } as unknown as HandsEvent;
      await database.transaction(async (tx) => reaction.onHands(event, { tx, now: tx.now } as ReactionContext<Transaction>));
    }
    const roles = [{ role: 'technician' as const, siteId }];
    const technician: Principal = { personId: technicianId, accountId: newId(), sessionId: newId(), name: '王师傅', roles, crews: [], homes: [] };
    return (await new Timelines(database).read(technician, requestId)) !== undefined;
  }

  it('and to who finished it, not to who handed it back or had it taken', async () => {
    expect(await afterwards()).toBe(true);
    expect(await afterwards('dispatch.work-order-finished.v1')).toBe(true);
    expect(await afterwards('dispatch.work-order-declined.v1')).toBe(false);
    expect(await afterwards('dispatch.work-order-withdrawn.v1')).toBe(false);
    expect(await afterwards('dispatch.work-order-withdrawn.v1', 'dispatch.work-order-restored.v1')).toBe(true);
  });
});
