import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AttachmentLinks, newAttachmentKeyFile } from '@property-office/access';
import { AttachmentClaims, HttpTransport, InternalClient, ProcessTransport, type Platform } from '@property-office/backbone';
import { attachmentBytesPath, attachmentTextPath, contentFixityPath, type AttachedObject, type AttachmentText, type Principal, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { HostedService, principalHeaders, tokensOf, type Answer } from '@property-office/service-testing';
import { startS3Receiver, throwawayFolder, waitFor, type S3Receiver } from '@property-office/testing';
import { DiscardUnclaimedHandler } from './features/discard-unclaimed/discard-unclaimed.handler';
import { files } from './files.module';
import { LinkAttachmentsReaction } from './reactions/link-attachments.reaction';

const tested = { definition: files } as const;
const keyFile = newAttachmentKeyFile();
/** Where bytes may be kept: specs of what is done with them run with each. */
export const stores = ['disk', 's3'] as const;

export function somebody(): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '王敏',
    roles: [{ role: 'resident', siteId: newId() }],
    crews: [],
    homes: [],
  };
}

export interface Asked {
  principal?: Principal | undefined;
  headers?: Record<string, string>;
}

/** files, listening, with a folder of its own, or a bucket; tickets asks it within the process. */
export class FilesUnderTest extends HostedService {
  readonly folder = throwawayFolder();
  url!: string;
  /** Where bytes are kept there. */
  s3: S3Receiver | undefined;
  private readonly transport = new ProcessTransport(new Set(['files']), new HttpTransport({}));
  readonly claims = new AttachmentClaims(
    new InternalClient(
      () => tokensOf('tickets'),
      () => this.transport,
    ),
  );

  static async open(store: (typeof stores)[number] = 'disk'): Promise<FilesUnderTest> {
    const opened = new FilesUnderTest(tested, await this.databaseOf(tested));
    if (store === 's3') opened.s3 = await startS3Receiver();
    await opened.start();
    opened.url = await opened.listen();
    opened.transport.open(opened.application.http);
    return opened;
  }

  protected override platform(): Platform {
    const configuration = readConfiguration({ DATA_DIR: this.folder, ...this.s3?.env }, platformVariables);
    return { ...super.platform(), configuration, attachmentLinks: new AttachmentLinks(keyFile), internalTransport: this.transport };
  }

  override async close(): Promise<void> {
    this.application.http.server.closeAllConnections();
    await super.close();
    await this.s3?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A link as the service of an object signs it, some time ago. */
  linkTo(id: string, signedAgoMs = 0): { url: string; thumbnailUrl: string } {
    return new AttachmentLinks(keyFile, () => Date.now() - signedAgoMs).linkTo(id);
  }

  /** A visit without an account, as tickets names it. */
  visit(): { pass: string; visitor: string } {
    const { visitors } = new AttachmentLinks(keyFile);
    const { pass } = visitors.issue();
    return { pass, visitor: visitors.visitorOf(pass)! };
  }

  /** Every stored file and draft, by its name. */
  stored(): string[] {
    const folder = join(this.folder, 'files');
    const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    const onDisk = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    const onS3 = this.s3?.names().map((name) => basename(name)) ?? [];
    return [...onDisk, ...onS3].sort();
  }

  /** Whether bytes of that hash are stored. */
  keeps(sha256: string): boolean {
    return this.s3 ? this.s3.read(nameOf(sha256)) !== undefined : existsSync(this.pathOf(sha256));
  }

  /** Lets a byte of what is stored become another one. */
  damage(sha256: string): void {
    const bytes = this.s3 ? this.s3.read(nameOf(sha256))! : readFileSync(this.pathOf(sha256));
    bytes[9]! ^= 1;
    if (this.s3) this.s3.write(nameOf(sha256), bytes);
    else writeFileSync(this.pathOf(sha256), bytes);
  }

  /** Lets what is stored be gone, with its folder where it is in one. */
  lose(sha256: string): void {
    if (this.s3) this.s3.remove(nameOf(sha256));
    else rmSync(dirname(this.pathOf(sha256)), { recursive: true });
  }

  /** Says of what is stored, an original or its preview, that it was written so long ago. */
  age(name: string, ms: number): void {
    const [path, writtenAt] = [`${name.slice(0, 2)}/${name}`, new Date(Date.now() - ms)];
    if (this.s3) this.s3.date(path, writtenAt);
    else utimesSync(join(this.folder, 'files', path), writtenAt, writtenAt);
  }

  private pathOf(sha256: string): string {
    return join(this.folder, 'files', nameOf(sha256));
  }

  async count(): Promise<number> {
    return (await this.rows<{ n: number }>('SELECT count(*)::int AS n FROM attachment'))[0]!.n;
  }

  /** Whatever is refused leaves neither file nor row. @throws when `work` leaves one */
  async leavesNothing(work: () => Promise<void>): Promise<void> {
    const before = { files: this.stored(), rows: await this.count() };
    await work();
    const isClean = (): boolean => this.stored().every((name) => before.files.includes(name));
    await waitFor(isClean, { what: 'drafts to be gone' });
    assert.deepEqual({ files: this.stored(), rows: await this.count() }, before);
  }

  async headersOf({ principal, headers }: Asked): Promise<Record<string, string>> {
    return { ...headers, ...(principal && (await principalHeaders(principal))) };
  }

  async upload(content: Uint8Array<ArrayBuffer>, name: string, asked: Asked = {}): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const headers = await this.headersOf({ principal: somebody(), ...asked });
    return fetch(`${this.url}/api/attachments`, { method: 'POST', headers, body: form });
  }

  /** @returns its id */
  async uploaded(
    content: Uint8Array<ArrayBuffer>,
    principal: Principal,
    name = 'photo.png',
  ): Promise<string> {
    const answer = await this.upload(content, name, { principal });
    if (answer.status !== 201) throw new Error(await answer.text());
    return ((await answer.json()) as { id: string }).id;
  }

  async get(path: string, asked: Asked = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: await this.headersOf(asked) });
  }

  /** As documents asks what an attachment says. */
  async textOf(attachmentId: string): Promise<AttachmentText> {
    return (await this.sendInside(attachmentTextPath, { attachmentId }, 'documents')).body as AttachmentText;
  }

  /** As archives asks for what an attachment holds. */
  bytesOf(attachmentId: string): Promise<Answer> {
    return this.sendInside(attachmentBytesPath, { attachmentId, from: 0 }, 'archives');
  }

  /** As archives asks whether a content is whole. */
  fixityOf(sha256: string, since: string): Promise<Answer> {
    return this.sendInside(contentFixityPath, { sha256, since }, 'archives');
  }

  /** Lets the time of an upload run out. */
  async discard(id: string): Promise<void> {
    await this.rows('UPDATE attachment SET expires_at = platform.now() WHERE id = $1', [id]);
    await this.transaction((tx) => this.part(DiscardUnclaimedHandler).execute(tx, id));
  }

  /** Lets the event of an object that names attachments arrive. */
  async link(attachmentIds: string[], object: AttachedObject): Promise<void> {
    const event = {
      id: newId(),
      type: 'tickets.repair-requested.v1',
      subject: object.id,
      aggregatetype: object.type,
      data: { attachmentIds },
    } as unknown as WireEvent<'tickets.repair-requested.v1'>;
    const reaction = this.part(LinkAttachmentsReaction);
    await this.transaction((tx) => reaction.onRequested(event, { tx, now: tx.now, log: { warn: () => undefined } } as unknown as ReactionContext<Transaction>));
  }
}

function nameOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}
