import { createHash } from 'node:crypto';
import { attachmentBytesPath, attachmentTextPath, claimAttachmentsPath, contentFixityPath, describeAttachmentsPath, type AttachmentText, type ClaimedAttachment, type ContentFixity, type Principal, type RecordMatter, type Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import type { ArchivesUnderTest } from './archives.fixture';

/** Few, so that what a spec keeps takes several pieces. */
const bytesAtATime = 1_000;

/** What files reads of uploads, whichever office asks; of any other nothing can be read. */
const texts = new Map<string, AttachmentText>();

/** A site of its own with the people of an office. Files keeps whatever it is asked to, under hashes the spec gives; sources tell what the spec says. */
export class ArchiveOffice {
  readonly siteId = newId();
  readonly clerk = this.person('clerk');
  readonly director = this.person('director');
  readonly head = this.person('department-head');
  readonly technician = this.person('technician');
  readonly company = this.person('company');
  /** By id; any other has a hash of its own. */
  readonly hashes = new Map<string, string>();
  readonly matters = new Map<string, RecordMatter>();
  /** Of an upload that is no PDF. */
  readonly mediaTypes = new Map<string, string>();
  /** In bytes, of an upload that nobody looks into. */
  readonly sizes = new Map<string, number>();
  /** What files keeps of an upload, where a spec looks into it. */
  readonly bytes = new Map<string, Buffer>();

  /** What files finds of a content; any other is whole. */
  readonly fixity = new Map<string, { state: ContentFixity['state'] }>();

  constructor(readonly archives: ArchivesUnderTest) {
    archives.neighbours = (service, path, body) => {
      if (path === claimAttachmentsPath) return { refused: [], claimed: this.described(body.attachmentIds) };
      if (path === describeAttachmentsPath) return { attachments: this.described(body.attachmentIds).map((file) => ({ ...file, size: this.sizes.get(file.id) ?? this.bytes.get(file.id)?.length })) };
      if (path === attachmentBytesPath) {
        const bytes = this.bytes.get(body.attachmentId)!;
        return { size: bytes.length, base64: bytes.toString('base64', body.from, body.from + bytesAtATime) };
      }
      if (path === attachmentTextPath) return texts.get(body.attachmentId) ?? { state: 'none', reason: 'no-words' };
      if (path === contentFixityPath) return { checkedAt: body.since, state: 'whole', ...this.fixity.get(body.sha256) };
      if (path.endsWith('/record-matters')) return { matters: (body.ids as string[]).flatMap((id) => this.matters.get(id) ?? []) };
      throw new Error(`nobody answers ${service} ${path}`);
    };
  }

  person(role: Role): Principal {
    const roles = [{ role, siteId: role === 'company' ? null : this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [] };
  }

  /** Directory says that they work here, from that day on. */
  async works(who: Principal, until: string | null = null): Promise<void> {
    const grantId = newId();
    const data = { grantId, personId: who.personId, role: who.roles[0]!.role, siteId: this.siteId, from: '2020-01-01T00:00:00.000Z', until };
    await this.archives.hear(announced('directory.role-granted.v1', grantId, this.siteId, data));
  }

  /** An upload with a content of its own, or one like another. */
  file(sha256 = newId().replaceAll('-', '').padEnd(64, '0')): string {
    const id = newId();
    this.hashes.set(id, sha256);
    return id;
  }

  /** An upload that says something, as far as files has read it. */
  written(told: string | AttachmentText): string {
    const id = this.file();
    texts.set(id, typeof told === 'string' ? { state: 'read', text: told } : told);
    return id;
  }

  /** An upload that can be looked into. */
  scan(bytes: Buffer): string {
    const id = this.file(createHash('sha256').update(bytes).digest('hex'));
    this.bytes.set(id, bytes);
    return id;
  }

  register(more: object = {}, who = this.clerk, headers: Record<string, string> = {}): Promise<Told> {
    const said = { siteId: this.siteId, category: 'WS', office: 'KFB', retention: 'D30', title: '消防设施检查报告', responsibleParty: '物业管理处', datedAt: '2026-03-05T02:00:00Z', attachmentIds: [this.file()] };
    return this.archives.ask('POST /api/records', who, { ...said, ...more }, headers);
  }

  async registered(more: object = {}, who = this.clerk): Promise<Told['body']> {
    const { status, body } = await this.register(more, who);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }

  act(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.archives.ask(`POST /api/records/${id}/${verb}`, who, body, headers);
  }

  read(id: string, who: Principal = this.clerk): Promise<Told> {
    return this.archives.ask(`GET /api/records/${id}`, who);
  }

  async list(query: string, who: Principal = this.clerk): Promise<string[]> {
    const { body } = await this.archives.ask(`GET /api/records?${query}`, who);
    return (body as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }

  private described(ids: readonly string[]): ClaimedAttachment[] {
    return ids.map((id) => ({ id, name: `${id}.pdf`, mediaType: this.mediaTypes.get(id) ?? 'application/pdf', sha256: this.hashes.get(id) ?? id.replaceAll('-', '').padEnd(64, '1') }));
  }
}
