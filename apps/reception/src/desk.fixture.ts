import type { Told } from '@property-office/service-testing';
import {
  checkComplaintPath,
  checkRepairPath,
  claimAttachmentsPath,
  currentNoticesPath,
  matchPeoplePath,
  openComplaintsPath,
  openSuggestionsPath,
  registerCallerPath,
  tellPersonPath,
  type PeopleMatch,
  type PersonToTell,
  type Principal,
  type Role,
} from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReceptionUnderTest } from './reception.fixture';

interface Registered {
  personId: string;
  phone?: string;
  homeIds: string[];
}

/** A site of its own with a desk, a lead and two homes; other services answer as they do. */
export class Desk {
  readonly siteId = newId();
  readonly home = newId();
  readonly otherHome = newId();
  readonly lobby = newId();
  readonly people: Registered[] = [];
  /** Attachments that are no pictures. */
  readonly documents = new Set<string>();
  /** What tickets and complaints were asked to check. */
  readonly checked: object[] = [];
  /** Whom complaints was told of. */
  readonly introduced: object[] = [];
  /** Who was told what, by notifications. */
  readonly told: PersonToTell[] = [];
  /** What complaints tells of a complaint that is joined. */
  joined: object | null = null;
  /** What they refuse with, if they do. */
  refused: object | null = null;

  private constructor(private readonly reception: ReceptionUnderTest) {}

  static async open(reception: ReceptionUnderTest): Promise<Desk> {
    const desk = new Desk(reception);
    const place = (id: string, kind: string) =>
      reception.rows(`INSERT INTO place (id, site_id, kind, label, label_en, time_zone) VALUES ($1, $2, $3, '3栋2单元501', '3-2-501', $4)`, [
        id,
        desk.siteId,
        kind,
        kind === 'site' ? 'Asia/Shanghai' : null,
      ]);
    await place(desk.siteId, 'site');
    await place(desk.home, 'home');
    await place(desk.otherHome, 'home');
    await place(desk.lobby, 'public-place');
    reception.neighbours = (service, path, body) => desk.answer(`${service} ${path}`, body);
    return desk;
  }

  /** Somebody who holds a role on the site, as everybody knows. */
  async holding(role: Role, more: Partial<Principal> = {}): Promise<Principal> {
    const personId = newId();
    const since = new Date('2020-01-01T00:00:00Z');
    const grant = [newId(), personId, role, this.siteId, since];
    if (role !== 'resident')
      await this.reception.rows('INSERT INTO office_role (id, person_id, role, site_id, from_at) VALUES ($1, $2, $3, $4, $5)', grant);
    const roles = [{ role, siteId: this.siteId }];
    return { personId, accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [], ...more };
  }

  /** A resident of the home whom directory knows. */
  async resident(more: Partial<Registered> = {}): Promise<Principal> {
    const person = await this.holding('resident', { homes: [this.home] });
    this.people.push({ personId: person.personId, homeIds: [this.home], ...more });
    return person;
  }

  record(who: Principal, more: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    const said = { siteId: this.siteId, channel: 'call', ownWords: '楼道的灯不亮，什么时候修？' };
    return this.reception.ask('POST /api/contacts', who, { ...said, ...more }, headers);
  }

  /** Id of a new contact. */
  async recorded(who: Principal, more: object = {}): Promise<string> {
    const { status, body } = await this.record(who, more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id as string;
  }

  act(id: string, verb: string, who: Principal, body?: object, headers: Record<string, string> = {}): Promise<Told> {
    return this.reception.ask(`POST /api/contacts/${id}/${verb}`, who, body, headers);
  }

  read(id: string, who: Principal): Promise<Told> {
    return this.reception.ask(`GET /api/contacts/${id}`, who);
  }

  private answer(route: string, body: PeopleMatch & PersonToTell & { category: string; attachmentIds: string[] }): object {
    switch (route) {
      case `directory ${matchPeoplePath}`:
        return { items: this.matching(body) };
      case `tickets ${checkRepairPath}`:
      case `complaints ${checkComplaintPath}`:
        this.checked.push(body);
        return { refused: this.refused, ...(this.joined && { joined: this.joined }) };
      case `complaints ${registerCallerPath}`:
        this.introduced.push(body);
        return {};
      case `notifications ${tellPersonPath}`:
        this.told.push(body);
        return {};
      case `complaints ${openComplaintsPath}`:
      case `complaints ${openSuggestionsPath}`:
      case `notifications ${currentNoticesPath}`:
        return { items: [] };
      case `files ${claimAttachmentsPath}`:
        return { refused: [], claimed: body.attachmentIds.map((id) => ({ id, name: 'a', mediaType: this.documents.has(id) ? 'application/pdf' : 'image/png', sha256: '' })) };
      case 'directory /internal/people/contacts':
        return { items: [{ name: '林晓雨', phone: '13900001111' }] };
      default:
        throw new Error(`nobody answers ${route}`);
    }
  }

  private matching({ siteId, personIds, phone, homeId }: PeopleMatch): object[] {
    if (siteId !== this.siteId) return [];
    return this.people
      .filter((each) => personIds === undefined || personIds.includes(each.personId))
      .filter((each) => phone === undefined || each.phone === phone)
      .filter((each) => homeId === undefined || each.homeIds.includes(homeId))
      .map(({ personId, homeIds }) => ({ personId, homeIds }));
  }
}
