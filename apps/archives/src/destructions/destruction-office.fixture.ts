import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { ArchiveOffice } from '../archive-office.fixture';

/** An office with records whose retention is over, and people who appraise, approve and watch. */
export class DestructionOffice extends ArchiveOffice {
  readonly lead = this.person('desk-lead');
  readonly other = this.person('department-head');

  /** Everybody works here, as directory says. */
  async open(): Promise<this> {
    for (const who of [this.clerk, this.director, this.head, this.lead, this.other]) await this.works(who);
    return this;
  }

  /** Kept until the end of 2021. */
  due(more: object = {}): Promise<Told['body']> {
    return this.registered({ retention: 'D10', datedAt: '2011-03-05T02:00:00Z', ...more });
  }

  ask(target: string, who: Principal, body: object = {}): Promise<Told> {
    return this.archives.ask(target, who, body);
  }

  /** What somebody does to one, as it stands then. */
  async does(path: string, who: Principal, body: object = {}): Promise<Told['body']> {
    const { status, body: told } = await this.ask(`POST ${path}`, who, body);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(told)}`);
    return told;
  }

  start(recordIds: string[], more: object = {}, who = this.clerk): Promise<Told> {
    return this.ask('POST /api/appraisals', who, { siteId: this.siteId, recordIds, appraiserIds: [this.head.personId, this.lead.personId], ...more });
  }

  async started(recordIds: string[]): Promise<string> {
    return this.does('/api/appraisals', this.clerk, { siteId: this.siteId, recordIds, appraiserIds: [this.head.personId, this.lead.personId] }).then(({ id }) => id);
  }

  /** Both would destroy all of them. */
  async listed(recordIds: string[]): Promise<string> {
    const id = await this.started(recordIds);
    for (const who of [this.head, this.lead]) await this.does(`/api/appraisals/${id}/give-opinion`, who, { verdict: 'destroy', reason: '已无保存价值' });
    await this.does(`/api/appraisals/${id}/conclude`, this.clerk);
    return id;
  }

  apply(recordIds: string[], who = this.clerk): Promise<Told> {
    return this.ask('POST /api/destructions', who, { siteId: this.siteId, recordIds, reason: '保管期满' });
  }

  async applied(recordIds: string[], who = this.clerk): Promise<string> {
    await this.listed(recordIds);
    return this.does('/api/destructions', who, { siteId: this.siteId, recordIds, reason: '保管期满' }).then(({ id }) => id);
  }

  onList(id: string, verb: string, who: Principal, body: object = {}): Promise<Told> {
    return this.ask(`POST /api/destructions/${id}/${verb}`, who, body);
  }

  async approved(recordIds: string[]): Promise<string> {
    const id = await this.applied(recordIds);
    await this.does(`/api/destructions/${id}/approve`, this.director);
    return id;
  }

  async witnessed(recordIds: string[]): Promise<string> {
    const id = await this.approved(recordIds);
    for (const who of [this.head, this.lead]) {
      await this.does(`/api/destructions/${id}/name-witness`, this.clerk, { witnessId: who.personId });
      await this.does(`/api/destructions/${id}/witness`, who);
    }
    return id;
  }

  async carriedOut(recordIds: string[]): Promise<string> {
    const id = await this.witnessed(recordIds);
    await this.does(`/api/destructions/${id}/carry-out`, this.clerk);
    return id;
  }

  /** Files says that the bytes of a record are gone, or who holds them, too. */
  wiped(recordId: string, more: object = {}) {
    return announced('files.contents-wiped.v1', recordId, this.siteId, { objectType: 'record', objectId: recordId, wiped: [newId().replaceAll('-', '').padEnd(64, '0')], kept: [], ...more });
  }

  async stands(id: string): Promise<string> {
    return (await this.ask(`GET /api/destructions/${id}`, this.clerk)).body.status;
  }
}
