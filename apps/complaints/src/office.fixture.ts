import type { EventData, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type ComplaintsUnderTest, type Told } from './complaints.fixture';

const longAgo = '2020-01-01T00:00:00.000Z';

/** A site of its own with homes, staff and a crew, known to complaints by the directory's events. */
export class Office {
  /** Of whom nothing was heard yet. */
  private readonly newcomers: Principal[] = [];
  readonly siteId = newId();
  readonly homes = Array.from({ length: 6 }, () => newId());
  readonly crew = newId();
  readonly desk = this.holding('desk');
  readonly desk2 = this.holding('desk');
  readonly lead = this.holding('desk-lead');
  readonly head = this.holding('department-head');
  readonly director = this.holding('director');
  readonly company = this.holding('company');
  readonly technician = this.holding('technician', { crews: [this.crew] });
  readonly mate = this.holding('technician', { crews: [this.crew] });
  readonly resident = this.holding('resident', { homes: [this.homes[0]!] });

  private constructor(readonly complaints: ComplaintsUnderTest) {}

  static async open(complaints: ComplaintsUnderTest): Promise<Office> {
    const office = new Office(complaints);
    complaints.welcome(office.newcomers);
    for (const home of office.homes) await office.registerHome(home);
    await office.register(office.desk, office.desk2, office.lead, office.head, office.director, office.company, office.technician, office.mate);
    const crew = { crewId: office.crew, kind: 'crew' as const, code: 'A', nameZh: '一班', nameEn: null, skills: [] };
    await complaints.hear(announced('directory.crew-registered.v1', office.crew, office.siteId, crew), ['complaints__crews_v1']);
    for (const each of [office.technician, office.mate]) await office.joins(each, office.crew);
    return office;
  }

  /** Somebody with an account. */
  holding(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    const principal = { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [], ...more };
    this.newcomers.push(principal);
    return principal;
  }

  /** Makes the roles of staff known. */
  async register(...staff: Principal[]): Promise<void> {
    for (const { personId, roles } of staff) {
      for (const { role, siteId } of roles) {
        const data = { grantId: newId(), personId, role, siteId, from: longAgo, until: null };
        await this.complaints.hear(announced('directory.role-granted.v1', data.grantId, this.siteId, data), ['complaints__office_roles_v1']);
      }
    }
  }

  async joins({ personId }: Principal, crewId: string): Promise<void> {
    const data = { membershipId: newId(), crewId, personId, lead: false, from: longAgo, until: null };
    await this.complaints.hear(announced('directory.crew-member-joined.v1', data.membershipId, this.siteId, data), ['complaints__crew_members_v1']);
  }

  /** Somebody answers for another. */
  async answersFor({ personId }: Principal, superior: Principal): Promise<void> {
    const data = { lineId: newId(), personId, superiorId: superior.personId, from: longAgo, until: null };
    await this.complaints.hear(announced('directory.superior-set.v1', data.lineId, this.siteId, data), ['complaints__superiors_v1']);
  }

  record(more: object = {}, who: Principal = this.resident, headers: Record<string, string> = {}): Promise<Told> {
    return this.complaints.ask('POST /api/complaints', who, { kind: 'cleaning', words: '楼道三天没有打扫', siteId: this.siteId, ...more }, headers);
  }

  /** Id of a new complaint. */
  async recorded(more: object = {}, who = this.resident): Promise<string> {
    const told = await this.record(more, who);
    if (told.status !== 201) throw new Error(JSON.stringify(told));
    return told.body.id;
  }

  act(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.complaints.ask(`POST /api/complaints/${id}/${verb}`, who, body, headers);
  }

  /** An act that is accepted. */
  async does(id: string, verb: string, who: Principal, body: object = {}): Promise<Told['body']> {
    const told = await this.act(id, verb, who, body);
    if (told.status !== 200) throw new Error(`${verb}: ${JSON.stringify(told.body)}`);
    return told.body;
  }

  /** A complaint that is merged into another. */
  mergedIn(id: string, into: string, who: Principal = this.lead): Promise<Told['body']> {
    return this.does(id, 'merge', who, { into, reason: '同一事项' });
  }

  read(id: string, who = this.lead): Promise<Told> {
    return this.complaints.ask(`GET /api/complaints/${id}`, who);
  }

  async list(query = '', who = this.lead): Promise<string[]> {
    const { body } = await this.complaints.ask(`GET /api/complaints?${query}`, who);
    return (body as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }

  /** Up to and with the findings, in the hands of somebody. */
  async verified(id: string, handler = this.desk): Promise<void> {
    const { body } = await this.read(id, this.company);
    if (body.handlerId !== handler.personId) await this.does(id, 'assign', this.company, { handlerId: handler.personId });
    if (body.status === 'recorded') await this.does(id, 'acknowledge', handler, { how: 'telephone' });
    await this.does(id, 'verify', handler, { findings: '查看了监控和保洁记录' });
  }

  /** Decided to be ours, done, and told to the complainant. */
  async answered(id: string, handler = this.desk): Promise<void> {
    await this.verified(id, handler);
    await this.does(id, 'decide', handler, { decision: 'ours', reason: '保洁漏扫' });
    await this.does(id, 'begin-handling', handler, { apology: '对不起', promisedAt: this.inDays(2) });
    await this.does(id, 'result', handler, { result: '已补扫并调整排班' });
    await this.does(id, 'feedback', handler, { how: 'telephone', words: '知道了' });
  }

  async closed(id: string, handler = this.desk): Promise<void> {
    await this.answered(id, handler);
    await this.does(id, 'answer', this.resident, { answer: 'accepted' });
  }

  /** Somebody has followed a round up. */
  async outcome(id: string, result: 'satisfied' | 'unsatisfied' | 'unreachable', round = 1): Promise<void> {
    const data: EventData<'followups.complaint-follow-up-completed.v1'> = { complaintId: id, complaintNumber: 'C-1', round, result, rating: null };
    await this.takes(announced('followups.complaint-follow-up-completed.v1', newId(), this.siteId, data), ['complaints__outcome_v1', 'complaints__followed_up_v1']);
  }

  /** A repair request of the site, of which complaints has heard. */
  async repair(id = newId()): Promise<string> {
    const data = {
      number: 'R-1',
      episode: 1,
      category: 'light',
      repairClass: 'P2',
      dispatchMode: 'claim',
      skill: 'electricity',
      location: { kind: 'home', id: this.homes[0]! },
      description: '灯不亮',
      reporterId: null,
      preferredFrom: null,
      preferredTo: null,
      channel: 'desk',
      urgent: false,
      seenAt: null,
      externalReference: null,
      attachmentIds: [],
    } as EventData<'tickets.repair-requested.v1'>;
    await this.complaints.hear(announced('tickets.repair-requested.v1', id, this.siteId, data), ['complaints__repairs_v2']);
    return id;
  }

  /** One of them turns out to be another report of the other. */
  async repairMerged(id: string, into: string): Promise<void> {
    await this.doubleJoined(into, id);
    const data: EventData<'tickets.repair-merged.v1'> = { number: 'R-1', episode: 1, into: { id: into, number: 'R-2' }, from: 'open', reason: null };
    await this.complaints.hear(announced('tickets.repair-merged.v1', id, this.siteId, data, { aggregateversion: 2 }) as WireEvent, ['complaints__repairs_v2']);
  }

  /** The survivor says so itself. */
  async doubleJoined(id: string, double: string, aggregateversion = 2): Promise<void> {
    const data: EventData<'tickets.repair-double-joined.v1'> = { number: 'R-2', episode: 1, double: { id: double, number: 'R-1' } };
    await this.takes(announced('tickets.repair-double-joined.v1', id, this.siteId, data, { aggregateversion }) as WireEvent, ['complaints__repair_facts_v2']);
  }

  async doubleLeft(id: string, double: string, aggregateversion: number): Promise<void> {
    const data: EventData<'tickets.repair-double-left.v1'> = { number: 'R-2', episode: 1, double: { id: double, number: 'R-1' }, why: 'undone' };
    await this.takes(announced('tickets.repair-double-left.v1', id, this.siteId, data, { aggregateversion }) as WireEvent, ['complaints__repair_facts_v2']);
  }

  async repairResolved(id: string, actorid = newId(), aggregateversion = 3): Promise<void> {
    const data = { number: 'R-1', episode: 1, workOrderId: null };
    const event = announced('tickets.repair-resolved.v1', id, this.siteId, data, { aggregateversion, actorid });
    await this.takes(event as WireEvent, ['complaints__repairs_v2', 'complaints__repair_facts_v2']);
  }

  /** Their account is closed, as directory announces it. */
  async leaves({ accountId, personId }: Principal): Promise<void> {
    await this.takes(announced('directory.account-closed.v1', accountId, this.siteId, { accountId, personId }), ['complaints__accounts_v1']);
  }

  inDays(days: number): string {
    return new Date(Date.now() + this.complaints.ahead * 1_000 + days * 86_400_000).toISOString();
  }

  /** A fact is never refused: neither tried again nor a dead letter. */
  private async takes(event: WireEvent, durables: string[]): Promise<void> {
    const refused = (await this.complaints.hear(event, durables)).filter(({ kind }) => kind !== 'ack');
    if (refused.length > 0) throw new Error(`${event.type}: ${JSON.stringify(refused)}`);
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
    await this.complaints.hear(announced('directory.place-registered.v1', placeId, this.siteId, data), ['complaints__places_v2']);
  }
}
