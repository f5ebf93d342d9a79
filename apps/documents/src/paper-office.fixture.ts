import type { Told } from '@property-office/service-testing';
import { claimAttachmentsPath, type Principal, type Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { DocumentsUnderTest } from './documents.fixture';

const since = new Date('2020-01-01T00:00:00Z');

/** A site of its own with the people of an office, as documents knows them; files keeps whatever it is asked to. */
export class PaperOffice {
  readonly siteId = newId();
  readonly clerk = this.person('clerk');
  readonly director = this.person('director');
  readonly head = this.person('department-head');
  readonly technician = this.person('technician');
  readonly desk = this.person('desk');
  readonly lead = this.person('desk-lead');
  readonly company = this.person('company');

  private constructor(readonly documents: DocumentsUnderTest) {}

  static async open(documents: DocumentsUnderTest): Promise<PaperOffice> {
    const office = new PaperOffice(documents);
    documents.neighbours = (service, path) => {
      if (path === claimAttachmentsPath) return { refused: [], claimed: [] };
      throw new Error(`nobody answers ${service} ${path}`);
    };
    for (const who of [office.clerk, office.director, office.head, office.technician, office.desk, office.lead, office.company]) await office.employ(who);
    return office;
  }

  person(role: Role): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [] };
  }

  /** Makes somebody known as a member of the staff. */
  async employ(...staff: Principal[]): Promise<void> {
    for (const { personId, roles } of staff)
      for (const { role, siteId } of roles)
        await this.documents.rows('INSERT INTO office_role (id, person_id, role, site_id, from_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, siteId, since]);
  }

  async isAway(...people: Principal[]): Promise<void> {
    for (const { personId } of people) await this.documents.rows('INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, $3)', [newId(), personId, since]);
  }

  async isBack({ personId }: Principal): Promise<void> {
    await this.documents.rows('DELETE FROM office_absence WHERE person_id = $1', [personId]);
  }

  /** Their account is closed, which ends no role. */
  async hasLeft({ personId }: Principal): Promise<void> {
    await this.documents.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), personId]);
  }

  /** Somebody may act for another; they act as what is returned. */
  async deputy(who: Principal, { personId: forPersonId, roles }: Principal, order = 1, kind: 'approvals' | 'duty' = 'approvals'): Promise<Principal> {
    const given = [newId(), kind, forPersonId, who.personId, order, since];
    await this.documents.rows('INSERT INTO office_deputy (id, kind, from_person_id, to_person_id, deputy, from_at) VALUES ($1, $2, $3, $4, $5, $6)', given);
    return { ...who, deputyships: [{ forPersonId, kind, roles }] };
  }

  /** What was given to them is over. */
  async isDeputyNoMore({ personId }: Principal): Promise<void> {
    await this.documents.rows('UPDATE office_deputy SET until_at = platform.now() WHERE to_person_id = $1', [personId]);
  }

  register(more: object = {}, who = this.clerk, headers: Record<string, string> = {}): Promise<Told> {
    const said = { siteId: this.siteId, title: '关于开展消防安全检查的通知', sender: '街道办事处', theirNumber: '街办〔2026〕8号' };
    return this.documents.ask('POST /api/incoming-documents', who, { ...said, ...more }, headers);
  }

  /** Id of a new document. */
  async registered(more: object = {}, who = this.clerk): Promise<string> {
    const { status, body } = await this.register(more, who);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id as string;
  }

  act(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.documents.ask(`POST /api/incoming-documents/${id}/${verb}`, who, body, headers);
  }

  /** An act that is accepted. */
  async does(id: string, verb: string, who: Principal, body: object = {}): Promise<Told['body']> {
    const told = await this.act(id, verb, who, body);
    if (told.status !== 200) throw new Error(`${verb}: ${JSON.stringify(told.body)}`);
    return told.body;
  }

  read(id: string, who = this.clerk): Promise<Told> {
    return this.documents.ask(`GET /api/incoming-documents/${id}`, who);
  }

  async list(query = '', who = this.clerk): Promise<string[]> {
    const { body } = await this.documents.ask(`GET /api/incoming-documents?${query}`, who);
    return (body as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }

  /** A document whose handling the clerk has proposed. */
  async proposed(more: object = {}): Promise<string> {
    const id = await this.registered(more);
    await this.does(id, 'check', this.clerk);
    await this.does(id, 'propose', this.clerk, { proposal: '请工程部办理' });
    return id;
  }

  /** One on which the head of a department acts. */
  async decided(more: object = {}, decision: object = {}): Promise<string> {
    const id = await this.proposed(more);
    await this.does(id, 'decide', this.director, { decision: '请工程部牵头', actingPersonId: this.head.personId, ...decision });
    return id;
  }

  inHours(hours: number): string {
    return new Date(Date.now() + this.documents.ahead * 1_000 + hours * 3_600_000).toISOString();
  }
}
