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
import { mounted, ServiceRuntime, type InternalRequest, type Platform, type ServiceDefinition } from '@property-office/backbone';
import type { EventType, Principal, ServiceName } from '@property-office/contracts';
import { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';

/** The same for all specs of a run: database roles belong to the server they share. */
const roleSecret = 'spec';
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));

export interface Told {
  status: number;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** What another service answers to an internal route; the others are at the other end of a wire. */
export type Neighbours = (service: ServiceName, path: string, body: ReturnType<typeof JSON.parse>) => object;

export interface Tested {
  definition: ServiceDefinition;
  /** The service as which a spec asks its internal routes. */
  asker: ServiceName;
}

/** A row of the ledger. */
export interface Announced extends Record<string, unknown> {
  type: EventType;
  happened_at: Date;
  actor_role: string;
  actor_for: string | null;
  data: Record<string, unknown>;
}

/** A service over HTTP and by its reactions and timers, on a database of its own; the door and the broker are left out. */
export class ServiceUnderTest {
  /** Asked instead of other services. */
  neighbours: Neighbours = () => ({});
  /** Seconds by which the clock that rules see is ahead. */
  ahead = 0;
  readonly runtime: ServiceRuntime;
  private readonly nats: NatsConnectionProvider;
  private readonly admin: Client;
  private readonly askerKeys = newKeyFile(this.tested.asker);
  private readonly log = createLogger(`${this.tested.definition.name}-spec`, 'silent');
  private application!: Application;

  protected constructor(
    private readonly tested: Tested,
    private readonly own: TestDatabase,
  ) {
    const { name, schema } = tested.definition;
    this.nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: `${name}-spec` });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole(name), roleSecret);
    this.runtime = new ServiceRuntime({ schema, databaseUrl, nats: this.nats, topology: new Topology(this.nats), log: this.log });
    this.admin = new Client({ connectionString: own.adminUrl });
  }

  /** A database copied from one that is migrated once a run. */
  protected static databaseOf({ definition: { name, schema } }: Tested): Promise<TestDatabase> {
    return testDatabase({
      template: name,
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }),
    });
  }

  protected async start(): Promise<this> {
    const { definition } = this.tested;
    const platform: Platform = {
      configuration,
      fieldCipher: new FieldCipher(newFieldKeyFile()),
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      internalTransport: {
        send: async (service: ServiceName, { path, body }: InternalRequest) => ({
          status: 200,
          body: JSON.stringify(this.neighbours(service, path, JSON.parse(body))),
        }),
      },
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => this.runtime,
    };
    await this.runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(this.askerKeys)),
    );
    this.application = await createApplication({ name: definition.name, modules: [mounted(definition, platform)], configuration, log: this.log, guards: [guard] });
    await this.application.app.init();
    await this.application.http.ready();
    await this.admin.connect();
    return this;
  }

  async close(): Promise<void> {
    await this.admin.end();
    // Closes the application, too.
    await this.application.shutdown.run();
    await this.nats.close();
    await this.runtime.database.close();
    await this.own.drop();
  }

  /** Whatever the module provides, such as a reaction. */
  part<T>(kind: new (...parts: never[]) => T): T {
    return this.application.app.get(kind);
  }

  rows<R extends Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return this.runtime.database.query<R>(sql, params);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.runtime.database.transaction(work);
  }

  /** What an aggregate announced, in order. */
  events(aggregateId: string): Promise<Announced[]> {
    return this.rows('SELECT type, happened_at, actor_role, actor_for, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [aggregateId]);
  }

  /** Short names of what an aggregate announced: `contact-offered`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/contacts/…/accept` */
  async ask(target: string, principal: Principal, body?: object, more: Record<string, string> = {}): Promise<Told> {
    return this.send(target, { [principalHeader]: await signer.tokenFor(principal), 'accept-language': 'en', ...more }, body);
  }

  /** An internal route, as the asker asks it. */
  async askInside(path: string, body: object): Promise<Told> {
    const insider = new ServiceTokenSigner(this.tested.asker, signingKeyOf(this.askerKeys));
    return this.send(`POST ${path}`, { [serviceTokenHeader]: await insider.token() }, body);
  }

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

  /** What `platform.now()` says. */
  async now(): Promise<Date> {
    const [row] = await this.rows<{ now: Date }>('SELECT platform.now() AS now');
    return row!.now;
  }

  private async send(target: string, headers: Record<string, string>, body?: object): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const answer = await this.application.http.inject({ method, url, headers, ...(method === 'POST' && { payload: body ?? {} }) });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }
}
