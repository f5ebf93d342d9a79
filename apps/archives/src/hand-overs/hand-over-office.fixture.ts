import type { Device, Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { LendingOffice } from '../lending.fixture';
import type { ArchivesUnderTest } from '../archives.fixture';

/** An office whose contract ends. */
export class HandOverOffice extends LendingOffice {
  readonly lead = this.person('desk-lead');

  static override async open(archives: ArchivesUnderTest): Promise<HandOverOffice> {
    const office = new HandOverOffice(archives);
    for (const who of [office.clerk, office.clerk2, office.director, office.head, office.lead, office.company]) await office.works(who);
    return office;
  }

  /** A record with a file that can be read, of so many bytes. */
  async held(title: string, bytes = 2_500, more: object = {}): Promise<Told['body']> {
    return this.registered({ title, attachmentIds: [this.scan(Buffer.alloc(bytes, newId()))], ...more });
  }

  /** Directory says that there is a home: it has a living file. */
  home(code: string, buildingId: string | null = null): Promise<string> {
    return this.place('home', code, buildingId);
  }

  /** The same of a lift. */
  lift(number: string): Promise<string> {
    return this.place('public-place', 'lift', null, { number, equipment: 'lift', installedOn: '2018-05-20', outOfServiceOn: null });
  }

  private async place(kind: 'home' | 'public-place', code: string, buildingId: string | null, device?: Device): Promise<string> {
    const id = newId();
    const place = { placeId: id, kind, parentId: this.siteId, buildingId, code, nameZh: code, nameEn: null, label: `3栋${code}`, labelEn: `3-${code}`, timeZone: null, externalCode: null };
    await this.archives.hear(announced('directory.place-registered.v1', id, this.siteId, { ...place, ...(device && { device }) }));
    const [file] = await this.archives.rows<{ id: string }>('SELECT id FROM living_file WHERE subject_id = $1', [id]);
    return file!.id;
  }

  apply(body: object = {}, who = this.clerk): Promise<Told> {
    return this.archives.ask('POST /api/hand-overs', who, { siteId: this.siteId, scope: 'all', receivingBody: '新物业公司', reason: '合同到期', ...body });
  }

  async applied(body: object = {}): Promise<string> {
    const { status, body: told } = await this.apply(body);
    if (status !== 201) throw new Error(JSON.stringify(told));
    return told.id;
  }

  on(id: string, verb: string, who: Principal, body: object = {}): Promise<Told> {
    return this.archives.ask(`POST /api/hand-overs/${id}/${verb}`, who, body);
  }

  async approved(body: object = {}): Promise<string> {
    const id = await this.applied(body);
    await this.does(this.on(id, 'approve', this.director));
    return id;
  }

  /** The company receives, the lead witnesses. */
  async sealed(body: object = {}): Promise<string> {
    const id = await this.approved(body);
    await this.does(this.on(id, 'name-party', this.clerk, { part: 'receiver', personId: this.company.personId }));
    await this.does(this.on(id, 'name-party', this.clerk, { part: 'witness', personId: this.lead.personId }));
    await this.does(this.on(id, 'seal', this.clerk));
    return id;
  }

  async handedOver(body: object = {}): Promise<string> {
    const id = await this.sealed(body);
    for (const [part, who] of [['giver', this.clerk], ['receiver', this.company], ['witness', this.lead]] as const) await this.does(this.on(id, 'sign', who, { part }));
    return id;
  }

  async one(id: string, who = this.clerk): Promise<Told['body']> {
    return (await this.archives.ask(`GET /api/hand-overs/${id}`, who)).body;
  }
}
