import type { Device, EquipmentKind, Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { ArchiveOffice } from './archive-office.fixture';

const hour = 3_600_000;

/** Where a living file is, and of what. */
export interface Living {
  place: string;
  file: string;
}

/** An office with homes and devices, as directory tells of them. */
export class LivingOffice extends ArchiveOffice {
  /** By the id of a place or tie. */
  private readonly versions = new Map<string, number>();

  async open(): Promise<this> {
    await this.place(this.siteId, 'site');
    return this;
  }

  async home(): Promise<Living> {
    const place = newId();
    await this.place(place, 'home');
    return { place, file: await this.fileOf(place) };
  }

  async device(equipment: EquipmentKind = 'lift', outOfServiceOn: string | null = null): Promise<Living> {
    const place = newId();
    await this.isDevice(place, equipment, outOfServiceOn);
    return { place, file: await this.fileOf(place) };
  }

  /** Directory says so, for the first time or again. */
  isDevice(place: string, equipment: EquipmentKind, outOfServiceOn: string | null): Promise<void> {
    return this.place(place, 'public-place', { number: `${equipment}-${place.slice(-4)}`, equipment, installedOn: '2010-05-20', outOfServiceOn });
  }

  /** @param until hours from now, as is `from`; null: it goes on. @returns its id, to say another end of it */
  async owned(home: string, from: number, until: number | null, tieId = newId()): Promise<string> {
    const aggregateversion = this.next(tieId);
    const tie = { tieId, personId: newId(), homeId: home, kind: 'owner' as const, from: await this.inHours(from), until: until === null ? null : await this.inHours(until) };
    await this.archives.hear(announced(aggregateversion === 1 ? 'directory.tie-started.v1' : 'directory.tie-ended.v1', tieId, this.siteId, tie, { aggregateversion }));
    return tieId;
  }

  async inHours(hours: number): Promise<string> {
    return new Date((await this.archives.now()).getTime() + hours * hour).toISOString();
  }

  put(file: string, body: object): Promise<Told> {
    return this.archives.ask(`POST /api/living-files/${file}/file-paper`, this.clerk, { paper: 'other', title: '材料', ...body });
  }

  /** What was there some hours ago. */
  async putBefore(file: string, hours: number, body: object = {}): Promise<Told['body']> {
    return this.done(this.put(file, { happenedAt: await this.inHours(-hours), lateReason: '补录', ...body }));
  }

  close(file: string): Promise<Told['body']> {
    return this.done(this.archives.ask(`POST /api/living-files/${file}/close`, this.clerk, {}));
  }

  /** The last volume of a living file. */
  async proposalOf(file: string): Promise<string> {
    const [{ id }] = (await this.archives.ask(`GET /api/record-proposals?sourceId=${file}`, this.clerk)).body.items as [{ id: string }];
    return id;
  }

  onProposal(id: string, verb: 'accept' | 'return' | 'propose-again', body: object = {}, who: Principal = this.clerk): Promise<Told['body']> {
    return this.done(this.archives.ask(`POST /api/record-proposals/${id}/${verb}`, who, body));
  }

  async gapsOf(file: string): Promise<string[]> {
    const { body } = await this.archives.ask(`GET /api/living-files/${file}`, this.clerk);
    return body.gaps.map(({ paper }: { paper: string }) => paper);
  }

  async done(act: Promise<Told>): Promise<Told['body']> {
    const { status, body } = await act;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  }

  private async place(id: string, kind: 'site' | 'home' | 'public-place', device?: Device): Promise<void> {
    const said = { placeId: id, kind, parentId: kind === 'site' ? null : this.siteId, buildingId: null, code: '501', nameZh: '501', nameEn: null, label: '3栋501', labelEn: '3-501', timeZone: null, externalCode: null };
    const aggregateversion = this.next(id);
    await this.archives.hear(announced(aggregateversion === 1 ? 'directory.place-registered.v1' : 'directory.place-changed.v1', id, this.siteId, { ...said, ...(device && { device }) }, { aggregateversion }));
  }

  private async fileOf(place: string): Promise<string> {
    const [file] = await this.archives.rows<{ id: string }>('SELECT id FROM living_file WHERE subject_id = $1', [place]);
    return file!.id;
  }

  private next(id: string): number {
    const version = (this.versions.get(id) ?? 0) + 1;
    this.versions.set(id, version);
    return version;
  }
}
