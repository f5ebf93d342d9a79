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
  serviceTokenHeader,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { mounted, ServiceRuntime, type InternalRequest, type Platform } from '@property-office/backbone';
import type { EventType, Principal, ServiceName } from '@property-office/contracts';
import { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { documentsSchema } from './persistence/schema';
import { documents } from './documents.module';

const roleSecret = 'spec';
const log = createLogger('documents-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const trackingKeys = newKeyFile('tracking');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));
const trackingToken = new ServiceTokenSigner('tracking', signingKeyOf(trackingKeys));

export interface Told {
  status: number;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** What another service answers to an internal route; the others are at the other end of a wire. */
export type Neighbours = (service: ServiceName, path: string, body: ReturnType<typeof JSON.parse>) => object;

/** documents over HTTP and by its reactions and timers, on a database of its own; the door and the broker are left out. */
export class DocumentsUnderTest {
  /** Asked instead of files. */
  neighbours: Neighbours = () => ({});

  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    private readonly applicationOf: () => Application,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<DocumentsUnderTest> {
    const own = await testDatabase({
      template: 'documents',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [documentsSchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'documents-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('documents'), roleSecret);
    const runtime = new ServiceRuntime({ schema: documentsSchema, databaseUrl, nats, topology: new Topology(nats), log });
    const admin = new Client({ connectionString: own.adminUrl });
    let application: Application | undefined = undefined;
    const office = new DocumentsUnderTest(runtime, nats, () => application!, admin, own.drop);
    const platform: Platform = {
      configuration,
      fieldCipher: new FieldCipher(newFieldKeyFile()),
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      internalTransport: {
        send: async (service: ServiceName, { path, body }: InternalRequest) => ({
          status: 200,
          body: JSON.stringify(office.neighbours(service, path, JSON.parse(body))),
        }),
      },
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => runtime,
    };
    await runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(trackingKeys)),
    );
    application = await createApplication({ name: 'documents', modules: [mounted(documents, platform)], configuration, log, guards: [guard] });
    await application.app.init();
    await application.http.ready();
    await admin.connect();
    return office;
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.nats.close();
    await this.applicationOf().app.close();
    await this.runtime.database.close();
    await this.remove();
  }

  /** Whatever the module provides, such as a reaction. */
  part<T>(kind: new (...parts: never[]) => T): T {
    return this.applicationOf().app.get(kind);
  }

  rows<R extends Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return this.runtime.database.query<R>(sql, params);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.runtime.database.transaction(work);
  }

  /** What an aggregate announced, in order. */
  events(aggregateId: string): Promise<Array<{ type: EventType; happened_at: Date; data: Record<string, unknown> }>> {
    return this.rows('SELECT type, happened_at, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [aggregateId]);
  }

  /** Short names of what an aggregate announced: `incoming-proposed`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/incoming-documents/…/check` */
  async ask(target: string, principal: Principal, body?: object, more: Record<string, string> = {}): Promise<Told> {
    return this.send(target, { [principalHeader]: await signer.tokenFor(principal), 'accept-language': 'en', ...more }, body);
  }

  /** An internal route, as tracking asks it. */
  async askInside(path: string, body: object): Promise<Told> {
    return this.send(`POST ${path}`, { [serviceTokenHeader]: await trackingToken.token() }, body);
  }

  /** Seconds by which the clock that rules see is ahead. */
  ahead = 0;

  /** Moves the clock that rules see, and fires what is due by then. */
  async later(seconds: number): Promise<void> {
    this.ahead += seconds;
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + make_interval(secs => $1)', [seconds]);
    await this.runtime.timers.fireDue();
  }

  /** Lets days pass as they would: each timer fires when it is due. */
  async pass(days: number): Promise<void> {
    const target = (await this.now()).getTime() + days * 86_400_000;
    for (;;) {
      const [row] = await this.rows<{ due: Date | null }>(`SELECT min(due_at) AS due FROM timer WHERE status = 'set' AND due_at <= $1`, [new Date(target)]);
      if (!row?.due) break;
      await this.later(Math.max(0, row.due.getTime() - (await this.now()).getTime() + 1) / 1_000);
    }
    await this.later((target - (await this.now()).getTime()) / 1_000);
  }

  async now(): Promise<Date> {
    const [row] = await this.rows<{ now: Date }>('SELECT platform.now() AS now');
    return row!.now;
  }

  private async send(target: string, headers: Record<string, string>, body?: object): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const answer = await this.applicationOf().http.inject({ method, url, headers, ...(method === 'POST' && { payload: body ?? {} }) });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }
}
