import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  AttachmentLinks,
  FieldCipher,
  newAttachmentKeyFile,
  newFieldKeyFile,
  newKeyFile,
  principalHeader,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import {
  AttachmentClaims,
  InternalClient,
  mounted,
  ProcessTransport,
  HttpTransport,
  ServiceRuntime,
  type Platform,
} from '@property-office/backbone';
import type { AttachedObject, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { declaredReactions, NatsConnectionProvider, Topology } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import {
  createApplication,
  createLogger,
  platformVariables,
  readConfiguration,
  type Application,
} from '@property-office/service-kit';
import { testDatabase, throwawayFolder, waitFor } from '@property-office/testing';
import { Client } from 'pg';
import { files, FilesModule } from './files.module';
import { filesSchema } from './persistence/schema';
import { LinkAttachmentsReaction } from './reactions/link-attachments.reaction';

const roleSecret = 'spec';
const log = createLogger('files-spec', 'silent');
const doorKeys = newKeyFile('door');
const ticketsKeys = newKeyFile('tickets');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));
const keyFile = newAttachmentKeyFile();

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

/** Files over HTTP on a database and a folder of its own; the door and the broker are left out. */
export class FilesUnderTest {
  readonly claims: AttachmentClaims;

  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly runtime: ServiceRuntime,
    private readonly application: Application,
    private readonly admin: Client,
    transport: ProcessTransport,
    private readonly remove: () => Promise<void>,
  ) {
    const tokens = new ServiceTokenSigner('tickets', signingKeyOf(ticketsKeys));
    this.claims = new AttachmentClaims(
      new InternalClient(
        () => tokens,
        () => transport,
      ),
    );
  }

  static async open(): Promise<FilesUnderTest> {
    const own = await testDatabase({
      template: 'files',
      prepare: (adminUrl) =>
        prepareDatabase({ adminUrl, schemas: [filesSchema], roleSecret, testClock: true }),
    });
    const folder = throwawayFolder();
    const configuration = readConfiguration({ DATA_DIR: folder }, platformVariables);
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'files-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('files'), roleSecret);
    const runtime = new ServiceRuntime({
      schema: filesSchema,
      databaseUrl,
      nats,
      topology: new Topology(nats),
      log,
    });
    const transport = new ProcessTransport(new Set(['files']), new HttpTransport({}));
    const platform: Platform = {
      configuration,
      fieldCipher: new FieldCipher(newFieldKeyFile()),
      attachmentLinks: new AttachmentLinks(keyFile),
      internalTransport: transport,
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => runtime,
    };
    await runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(ticketsKeys)),
    );
    const application = await createApplication({
      name: 'files',
      modules: [mounted(files, platform)],
      configuration,
      log,
      guards: [guard],
    });
    await application.app.listen(0, '127.0.0.1');
    transport.open(application.http);
    const admin = new Client({ connectionString: own.adminUrl, options: '-c search_path=files,platform' });
    await admin.connect();
    const { port } = application.http.server.address() as AddressInfo;
    return new FilesUnderTest(
      `http://127.0.0.1:${port}`,
      folder,
      runtime,
      application,
      admin,
      transport,
      own.drop,
    );
  }

  async close(): Promise<void> {
    await this.admin.end();
    this.application.http.server.closeAllConnections();
    await this.application.app.close();
    await this.runtime.database.close();
    await this.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async rows<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.admin.query(sql, params)).rows as T[];
  }

  async moveClock(ahead: string): Promise<void> {
    await this.rows('UPDATE platform.test_clock SET ahead = ahead + $1::interval', [ahead]);
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

  /** Every stored file and draft, by its path below the folder. */
  stored(): string[] {
    const entries = readdirSync(join(this.folder, 'files'), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
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
    return { ...headers, ...(principal && { [principalHeader]: await signer.tokenFor(principal) }) };
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

  /** Lets the event of an object that names attachments arrive. */
  async link(attachmentIds: string[], object: AttachedObject): Promise<void> {
    const event = {
      id: newId(),
      type: 'tickets.repair-requested.v1',
      subject: object.id,
      aggregatetype: object.type,
      data: { attachmentIds },
    } as unknown as WireEvent<'tickets.repair-requested.v1'>;
    const reaction = this.application.app.get(LinkAttachmentsReaction);
    const [spec] = declaredReactions(FilesModule);
    await this.runtime.database.transaction((tx: Transaction) =>
      reaction.onRequested(event, {
        tx,
        now: tx.now,
        reaction: spec!,
        together: [event],
        log: { debug() {}, log() {}, warn() {}, error() {} },
      }),
    );
  }
}
