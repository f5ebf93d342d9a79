import type { EventData, EventType, Hands, HandsEvent, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type TicketsUnderTest, type Told } from './tickets.fixture';

type Announce = (type: HandsEvent['type'], said: object) => Promise<void>;

/** What an order says of itself when it is given to somebody. */
export function assignedTo(whom: Pick<Hands, 'crewId' | 'technicianId'>): object {
  return { ...whom, how: 'by-hand', reason: null, from: { crewId: null, technicianId: null }, choice: null };
}

/** A site of its own with two homes, known to tickets by the directory's events. */
export class Office {
  readonly siteId = newId();
  readonly home = newId();
  readonly otherHome = newId();
  readonly desk = this.holding('desk');
  readonly resident = this.holding('resident', { homes: [this.home] });

  private constructor(private readonly tickets: TicketsUnderTest) {}

  static async open(tickets: TicketsUnderTest): Promise<Office> {
    const office = new Office(tickets);
    for (const home of [office.home, office.otherHome]) await office.registerHome(home);
    return office;
  }

  holding(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [], ...more };
  }

  report(more: object = {}, who = this.resident, headers: Record<string, string> = {}): Promise<Told> {
    const said = { category: 'water-leak', description: '厨房水管漏水', location: { homeId: this.home } };
    return this.tickets.ask('POST /api/repair-requests', who, { ...said, ...more }, headers);
  }

  /** Id of a new request. */
  async reported(more: object = {}, who = this.resident): Promise<string> {
    const { status, body } = await this.report(more, who);
    if (status !== 201) throw new Error(`not reported: ${status} ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  }

  read(id: string, who = this.desk): Promise<Told> {
    return this.tickets.ask(`GET /api/repair-requests/${id}`, who);
  }

  async status(id: string): Promise<string> {
    return ((await this.read(id)).body as { status: string }).status;
  }

  /** A work order of a request: announces, one after the other, what dispatch says of it. */
  order(requestId: string): Announce {
    const orderId = newId();
    let version = 1;
    const which = { workOrderNumber: 'W-20261123-10001', repairRequestId: requestId, repairNumber: 'R-20261123-10001', episode: 1 };
    return async (type, said) => {
      version += 1;
      const event = announced(type, orderId, this.siteId, { ...which, ...said } as unknown as EventData<typeof type>, { aggregateversion: version });
      await this.tickets.hear(event as WireEvent, ['tickets__crew_access_v2']);
    };
  }

  /** A crew is sent to a request. */
  async sent(requestId: string, technicianId: string): Promise<void> {
    await this.order(requestId)('dispatch.work-order-assigned.v1', assignedTo({ crewId: newId(), technicianId }));
  }

  /** Tells tickets' own search what a request has announced, in order or the last first. */
  async indexed(requestId: string, lastFirst = false): Promise<void> {
    const events = await this.tickets.events(requestId);
    for (const { type, version, data } of lastFirst ? events.reverse() : events) {
      const event = announced(type, requestId, this.siteId, data as EventData<EventType>, { aggregateversion: version });
      await this.tickets.hear(event as WireEvent, ['tickets__search_v1']);
    }
  }

  async found(q: string, who = this.desk): Promise<string[]> {
    const { body } = await this.tickets.ask(`GET /api/repair-requests?q=${encodeURIComponent(q)}`, who);
    return (body as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }

  private async registerHome(placeId: string): Promise<void> {
    const data = {
      placeId,
      kind: 'home' as const,
      parentId: null,
      buildingId: null,
      code: '501',
      nameZh: '501',
      nameEn: '501',
      label: '3栋2单元501',
      labelEn: 'Building 3, entrance 2, 501',
      timeZone: 'Asia/Shanghai',
      externalCode: null,
    };
    await this.tickets.hear(announced('directory.place-registered.v1', placeId, this.siteId, data), ['tickets__places_v1']);
  }
}
