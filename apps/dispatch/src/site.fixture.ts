import type { DispatchMode, EventData, Principal, Role, Skill, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type DispatchUnderTest } from './dispatch.fixture';

export interface Crew {
  id: string;
  members: Principal[];
}

export interface Reported {
  requestId: string;
  event: WireEvent<'tickets.repair-requested.v1'>;
  /** Its first order. */
  orderId: string;
}

/** A site of its own with crews and requests, told to dispatch by events as directory and tickets would. */
export class Site {
  readonly id = newId();
  readonly home = newId();

  constructor(private readonly dispatch: DispatchUnderTest) {}

  holding(role: Role, more: Partial<Principal> = {}): Principal {
    return {
      personId: newId(),
      accountId: newId(),
      sessionId: newId(),
      name: '测试',
      roles: [{ role, siteId: this.id }],
      crews: [],
      homes: [],
      ...more,
    };
  }

  async crew(skills: Skill[], members = 1): Promise<Crew> {
    const id = newId();
    const data = { crewId: id, kind: 'crew' as const, code: id, nameZh: '水电班', nameEn: null, skills };
    await this.dispatch.hear(announced('directory.crew-registered.v1', id, this.id, data));
    const crew: Crew = { id, members: [] };
    for (let i = 0; i < members; i += 1) crew.members.push(await this.member(id));
    return crew;
  }

  async member(crewId: string): Promise<Principal> {
    const technician = this.holding('technician', { crews: [crewId] });
    const membershipId = newId();
    const data = { membershipId, crewId, personId: technician.personId, lead: false, from: '2026-01-01T00:00:00.000Z', until: null };
    await this.dispatch.hear(announced('directory.crew-member-joined.v1', membershipId, this.id, data));
    return technician;
  }

  requested(mode: DispatchMode, skill: Skill, requestId = newId()): WireEvent<'tickets.repair-requested.v1'> {
    return announced('tickets.repair-requested.v1', requestId, this.id, {
      ...this.job(mode, skill),
      number: 'R-20261123-10001',
      episode: 1,
      channel: 'desk',
      urgent: false,
      seenAt: null,
      externalReference: null,
      attachmentIds: [],
    });
  }

  reopened(requestId: string, episode: number): WireEvent<'tickets.repair-reopened.v1'> {
    const data = { ...this.job('assign', 'plumbing'), number: 'R-20261123-10001', episode, reason: '又漏了' };
    return announced('tickets.repair-reopened.v1', requestId, this.id, data);
  }

  cancelled(requestId: string, episode = 1): WireEvent<'tickets.repair-cancelled.v1'> {
    const data = { number: 'R-20261123-10001', episode, reason: '自己修好了' };
    return announced('tickets.repair-cancelled.v1', requestId, this.id, data, { aggregateversion: 2 });
  }

  merged(requestId: string): WireEvent<'tickets.repair-merged.v1'> {
    const data = { number: 'R-20261123-10001', episode: 1, into: { id: newId(), number: 'R-20261123-10002' }, from: 'open', reason: null };
    return announced('tickets.repair-merged.v1', requestId, this.id, data, { aggregateversion: 2 });
  }

  unmerged(requestId: string): WireEvent<'tickets.repair-unmerged.v1'> {
    const data = { number: 'R-20261123-10001', episode: 1, from: { id: newId(), number: 'R-20261123-10002' }, state: 'open' };
    return announced('tickets.repair-unmerged.v1', requestId, this.id, data, { aggregateversion: 3 });
  }

  /** The cancellation of a request, taken back. */
  uncancelled(requestId: string, episode = 1): WireEvent<'tickets.act-taken-back.v1'> {
    const act = { eventId: newId(), version: 2, type: 'tickets.repair-cancelled.v1' as const };
    const data = { number: 'R-20261123-10001', episode, act, state: 'open', from: {}, to: {} };
    return announced('tickets.act-taken-back.v1', requestId, this.id, data, { aggregateversion: 3 });
  }

  /** A correction of a request; `version` is that of the request. */
  corrected(requestId: string, to: EventData<'tickets.repair-corrected.v1'>['to'], more: { version?: number; description?: string } = {}) {
    const { version = 2, description } = more;
    const words = description === undefined ? {} : { descriptionFrom: '厨房漏水', descriptionTo: description };
    const data = { number: 'R-20261123-10001', episode: 1, from: {}, to, ...words, reason: '登记有误' };
    return announced('tickets.repair-corrected.v1', requestId, this.id, data, { aggregateversion: version });
  }

  async report(mode: DispatchMode = 'assign', skill: Skill = 'plumbing'): Promise<Reported> {
    const event = this.requested(mode, skill);
    await this.dispatch.hear(event);
    const [order] = await this.orders(event.subject);
    return { requestId: event.subject, event, orderId: order!.id };
  }

  async orders(requestId: string): Promise<Array<{ id: string; state: string; first: boolean; crew_id: string | null; skill: string }>> {
    return this.dispatch.rows('SELECT id, state, first, crew_id, skill FROM work_order WHERE repair_request_id = $1 ORDER BY id', [requestId]);
  }

  private job(mode: DispatchMode, skill: Skill): Omit<EventData<'tickets.repair-reopened.v1'>, 'number' | 'episode' | 'reason'> {
    return {
      category: 'water-leak',
      repairClass: 'P2',
      dispatchMode: mode,
      skill,
      location: { kind: 'home', id: this.home },
      description: '厨房漏水',
      reporterId: newId(),
      preferredFrom: null,
      preferredTo: null,
    };
  }
}
