import type { PlaceKind, Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type NoticesUnderTest, type Told } from './notices.fixture';

/** A site with two buildings of two homes each, as notifications knows it by the directory's events; and its staff. */
export class Neighbourhood {
  readonly siteId = newId();
  readonly buildings = [newId(), newId()] as const;
  readonly entrances = [newId(), newId()] as const;
  /** 1-101, 1-102, 2-101, 2-102 */
  readonly homes = [newId(), newId(), newId(), newId()] as const;
  readonly writer = this.holding('clerk');
  readonly lead = this.holding('desk-lead');
  readonly director = this.holding('director');
  readonly duty = this.holding('duty-officer');

  private constructor(readonly notices: NoticesUnderTest) {}

  static async open(notices: NoticesUnderTest): Promise<Neighbourhood> {
    const area = new Neighbourhood(notices);
    await area.place('site', area.siteId, null, null, '阳光花园');
    for (const [i, building] of area.buildings.entries()) {
      await area.place('building', building, area.siteId, null, `${i + 1}栋`);
      await area.place('entrance', area.entrances[i]!, building, building, `${i + 1}栋1单元`);
      for (const [j, home] of area.homes.slice(2 * i, 2 * i + 2).entries()) await area.place('home', home, area.entrances[i]!, building, `${i + 1}栋1单元10${j + 1}`);
    }
    for (const who of [area.writer, area.lead, area.director, area.duty]) await area.hired(who);
    return area;
  }

  holding(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [], ...more };
  }

  /** Somebody lives there; with an account unless told otherwise. */
  async resident(home: string, { account = true } = {}): Promise<Principal> {
    const who = this.holding('resident', { homes: [home] });
    await this.tied(who, home);
    if (account) await this.account(who);
    return who;
  }

  async tied(who: Principal, homeId: string, until: string | null = null): Promise<void> {
    const tieId = newId();
    const data = { tieId, personId: who.personId, homeId, kind: 'owner' as const, from: '2020-01-01T00:00:00.000Z', until };
    await this.notices.hear(announced('directory.tie-started.v1', tieId, this.siteId, data));
  }

  async account({ accountId, personId }: Principal): Promise<void> {
    await this.notices.hear(announced('directory.account-opened.v1', accountId, this.siteId, { accountId, personId }));
  }

  async hired(who: Principal): Promise<void> {
    const grantId = newId();
    const data = { grantId, personId: who.personId, role: who.roles[0]!.role, siteId: this.siteId, from: '2020-01-01T00:00:00.000Z', until: null };
    await this.notices.hear(announced('directory.role-granted.v1', grantId, this.siteId, data));
    await this.account(who);
  }

  /** Asked for approvals in their place, in this order. */
  async deputise(from: Principal, toPersonId: string, order: number): Promise<void> {
    await this.notices.rows(`INSERT INTO office_deputy (id, kind, from_person_id, to_person_id, deputy, from_at) VALUES ($1, 'approvals', $2, $3, $4, '2020-01-01')`, [
      newId(), from.personId, toPersonId, order,
    ]);
  }

  async isAway({ personId }: Principal): Promise<void> {
    await this.notices.rows(`INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, '2020-01-01')`, [newId(), personId]);
  }

  contentOf(more: object = {}): object {
    return {
      zh: { title: '停水通知', body: '因管道检修，明日 9:00–17:00 停水。' },
      en: { title: 'Water cut', body: 'No water tomorrow from 9:00 to 17:00 for works on the pipes.' },
      audience: [{ scope: 'site' }],
      channels: ['portal-board', 'in-app', 'door-slip'],
      ...more,
    };
  }

  draft(more: object = {}, who = this.writer, headers: Record<string, string> = {}, kind = 'outage'): Promise<Told> {
    return this.notices.ask('POST /api/notices', who, { siteId: this.siteId, kind, ...this.contentOf(more) }, headers);
  }

  act(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.notices.ask(`POST /api/notices/${id}/${verb}`, who, body, headers);
  }

  read(id: string, who: Principal = this.writer): Promise<Told> {
    return this.notices.ask(`GET /api/notices/${id}`, who);
  }

  async hashOf(id: string): Promise<string> {
    return (await this.read(id)).body.contentHash as string;
  }

  async approve(id: string, who: Principal = this.lead): Promise<Told> {
    return this.act(id, 'approve', who, { contentHash: await this.hashOf(id) });
  }

  async drafted(more: object = {}, kind?: string): Promise<string> {
    const { status, body, text } = await this.draft(more, this.writer, {}, kind);
    if (status !== 201) throw new Error(text);
    return body.id as string;
  }

  async submitted(more: object = {}, kind?: string): Promise<string> {
    return this.moved(await this.drafted(more, kind), 'submit', this.writer);
  }

  async approved(more: object = {}, kind?: string): Promise<string> {
    const id = await this.submitted(more, kind);
    const { status, text } = await this.approve(id);
    if (status !== 200) throw new Error(text);
    return id;
  }

  async released(more: object = {}, kind?: string): Promise<string> {
    return this.moved(await this.approved(more, kind), 'release', this.writer);
  }

  async moved(id: string, verb: string, who: Principal, body: object = {}): Promise<string> {
    const { status, text } = await this.act(id, verb, who, body);
    if (status !== 200) throw new Error(text);
    return id;
  }

  async status(id: string): Promise<string> {
    return (await this.read(id)).body.status as string;
  }

  private async place(kind: PlaceKind, placeId: string, parentId: string | null, buildingId: string | null, label: string): Promise<void> {
    const data = {
      placeId,
      kind,
      parentId,
      buildingId,
      code: label,
      nameZh: label,
      nameEn: label,
      label,
      labelEn: label,
      timeZone: kind === 'site' ? 'Asia/Shanghai' : null,
      externalCode: null,
    };
    await this.notices.hear(announced('directory.place-registered.v1', placeId, this.siteId, data));
  }
}
