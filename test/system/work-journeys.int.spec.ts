import { waitFor } from '@property-office/testing';
import { Office } from '../support/office';
import { accepted, act, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView, RepairView } from '../support/views';

const startMs = 240_000;

interface OrderView {
  id: string;
  status: string;
  first: boolean;
  crewId: string | null;
}

describe('work orders through the gateway', () => {
  let office: Office;
  let resident: Session;
  let desk: Session;
  let technician: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment: 'all-in-one' });
    resident = await office.as('resident');
    desk = await office.as('desk');
    technician = await office.as('technician');
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  async function ordersOf(requestId: string): Promise<OrderView[]> {
    return accepted(await desk.get<PageView<OrderView>>(`/api/work-orders?repairRequestId=${requestId}`), 200)
      .items;
  }

  /** The first order of a request, given by the desk to the technician, whichever crew it went to. */
  async function orderFor(requestId: string): Promise<OrderView> {
    const [order] = await waitFor(async () => (await ordersOf(requestId)).length > 0 && ordersOf(requestId), {
      what: 'the first work order',
    });
    expect(order).toMatchObject({ first: true, status: 'assigned', crewId: expect.any(String) });
    const technicianId = technician.who.id;
    return accepted(
      await desk.post<OrderView>(`/api/work-orders/${order!.id}/assign`, { technicianId }),
      200,
    );
  }

  const work = async (id: string, verb: string, body = {}) =>
    (await technician.post<OrderView>(`/api/work-orders/${id}/${verb}`, body)).status;
  const stateOf = async (id: string) =>
    accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200).status;

  it('W2.2: a report becomes a work order, and finished work resolves the request', async () => {
    const { id } = await report(resident);
    const order = await orderFor(id);
    const done = [];
    for (const verb of ['accept', 'arrive']) done.push(await work(order.id, verb));
    done.push(await work(order.id, 'finish', { workDone: '更换下水软管' }));
    expect(done).toEqual([200, 200, 200]);
    await waitFor(async () => (await stateOf(id)) === 'resolved', { what: 'the request to be resolved' });
    const told = await waitFor(
      async () => {
        const types = (await timelineOf(resident, id)).map(({ type }) => type);
        return (
          types.includes('tickets.repair-resolved.v1') &&
          types.includes('dispatch.work-order-finished.v1') &&
          types
        );
      },
      { what: 'the timeline to tell of it' },
    );
    expect(told).toEqual(
      expect.arrayContaining([
        'dispatch.work-order-created.v1',
        'dispatch.work-order-assigned.v1',
        'dispatch.work-order-accepted.v1',
        'dispatch.work-order-arrived.v1',
      ]),
    );
    expect((await timelineOf(technician, id)).length).toBeGreaterThan(0);
  });

  it('W2.2: a cancelled request withdraws its work order', async () => {
    const { id } = await report(resident);
    const order = await orderFor(id);
    expect(await work(order.id, 'accept')).toBe(200);
    accepted(await act(resident, id, 'cancel', { reason: '已经好了' }), 200);
    await waitFor(async () => (await ordersOf(id))[0]!.status === 'withdrawn', {
      what: 'the order to be withdrawn',
    });
    expect(await work(order.id, 'arrive')).toBe(409);
  });

  it('leaves every invariant intact', async () => {
    expect(await office.verify()).toEqual([]);
  }, 180_000);
});
