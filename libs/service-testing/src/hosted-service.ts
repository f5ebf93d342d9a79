import type { IncomingHttpHeaders } from 'node:http';
import { AttachmentLinks, FieldCipher, newAttachmentKeyFile, newFieldKeyFile, newKeyFile, signingKeyOf } from '@property-office/access';
import { Seals } from '@property-office/audit';
import { HttpTransport, mounted, ServiceRuntime, type InternalRequest, type Platform, type ServiceDefinition } from '@property-office/backbone';
import type { EventType, ServiceName, WireEvent } from '@property-office/contracts';
import { NatsConnectionProvider, Topology, type Outcome } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { patientLimits } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { believing, callerHeaders, tokensOf, type Caller } from './credentials';
import { Deliveries } from './deliveries';
import { specDatabase, type SpecDatabase } from './spec-database';
import { TestClock } from './test-clock';

const configuration = readConfiguration({}, platformVariables);
const nowhere = 'nats://127.0.0.1:1';

/** All of an answer. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** As they came over the wire. */
  bytes: Buffer;
  // Tests read answers of every shape. Undefined where the answer is no JSON.
  body: ReturnType<typeof JSON.parse>;
}

/** What another service answers to an internal route, or the status with which it refuses; the others are at the other end of a wire. */
export type Neighbours = (service: ServiceName, path: string, body: ReturnType<typeof JSON.parse>) => object | number;

export interface Tested {
  definition: ServiceDefinition;
  /** Who asks its internal routes; default: the gateway. */
  asker?: Caller;
  /** Nothing answers in the place of other services. */
  alone?: true;
  /** Of a broker, for a spec that publishes. */
  natsUrl?: string;
}

/** A row of the ledger. */
export interface Announced extends Record<string, unknown> {
  type: EventType;
  version: number;
  happened_at: Date;
  actor_role: string;
  actor_for: string | null;
  data: Record<string, unknown>;
}

/** A service with its routes, reactions and timers, on a database of its own; the door and the broker are left out. */
export class HostedService {
  /** Asked instead of other services. */
  neighbours: Neighbours = () => ({});
  readonly runtime: ServiceRuntime;
  /** The superuser's connection, with the tables of the service in its path. */
  readonly admin: Client;
  readonly fieldCipher = new FieldCipher(newFieldKeyFile());
  protected readonly nats: NatsConnectionProvider;
  protected application!: Application;
  private readonly clock: TestClock;
  private readonly deliveries: Deliveries;
  private readonly log = createLogger(`${this.tested.definition.name}-spec`, 'silent');

  protected constructor(
    private readonly tested: Tested,
    private readonly own: SpecDatabase,
  ) {
    const { name, schema } = tested.definition;
    this.nats = new NatsConnectionProvider({ url: tested.natsUrl ?? nowhere, name: `${name}-spec` });
    this.runtime = new ServiceRuntime({ schema, databaseUrl: own.url, limits: patientLimits, nats: this.nats, topology: new Topology(this.nats), log: this.log });
    this.admin = new Client({ connectionString: own.adminUrl, options: `-c search_path=${schema.service},platform` });
    this.clock = new TestClock(this.runtime, this.admin);
    this.deliveries = new Deliveries(this.runtime.settler);
  }

  protected static databaseOf({ definition: { schema } }: Tested): Promise<SpecDatabase> {
    return specDatabase(schema);
  }

  protected async start(): Promise<this> {
    const { definition } = this.tested;
    await this.runtime.database.connect();
    const platform = this.platform();
    this.application = await createApplication({
      name: definition.name,
      modules: [mounted(definition, platform)],
      configuration: platform.configuration,
      log: this.log,
      guards: [believing()],
    });
    const { app, http } = this.application;
    await app.init();
    app.connectMicroservice({ strategy: this.deliveries });
    await http.ready();
    await this.admin.connect();
    return this;
  }

  /** What the service is given by its process. */
  protected platform(): Platform {
    const answered = {
      send: async (service: ServiceName, { path, body }: InternalRequest) => {
        const answer = this.neighbours(service, path, JSON.parse(body));
        return typeof answer === 'number' ? { status: answer, body: '' } : { status: 200, body: JSON.stringify(answer) };
      },
    };
    return {
      configuration,
      fieldCipher: this.fieldCipher,
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      seals: new Seals(signingKeyOf(newKeyFile('audit'))),
      internalTransport: this.tested.alone ? new HttpTransport({}) : answered,
      serviceTokensOf: (service) => tokensOf(service as ServiceName),
      runtimeOf: () => this.runtime,
    };
  }

  /** Stops what the service runs, as its process does at its end. */
  async close(): Promise<void> {
    await this.application.shutdown.run();
    await this.admin.end();
    await this.nats.close();
    await this.runtime.database.close();
    await this.own.drop();
  }

  /** Opens its port, for who needs more than single requests. @returns where it listens */
  protected async listen(): Promise<string> {
    const { app } = this.application;
    await app.listen(0, '127.0.0.1');
    return app.getUrl();
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
    return this.rows(
      `SELECT type, aggregate_version AS version, happened_at, actor_role, actor_for, data
       FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version`,
      [aggregateId],
    );
  }

  /** Short names of what an aggregate announced: `contact-offered`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** Delivers an event, as the broker would. @param durables only these reactions; default: every one that takes it */
  hear(event: WireEvent, durables?: readonly string[]): Promise<Outcome[]> {
    return this.deliveries.deliver(event, { durables });
  }

  /** As `hear`, of an event that was delivered before. */
  hearAgain(event: WireEvent): Promise<Outcome[]> {
    return this.deliveries.deliver(event, { deliveryCount: 2 });
  }

  /** Seconds by which the clock that rules see is ahead. */
  get ahead(): number {
    return this.clock.ahead;
  }

  /** What `platform.now()` says. */
  now(): Promise<Date> {
    return this.clock.now();
  }

  /** Moves the clock that rules see, and fires what is due by then. */
  later(seconds: number): Promise<void> {
    return this.clock.later(seconds);
  }

  /** Moves the clock that rules see to `at`, and fires nothing. */
  showTime(at: Date): Promise<void> {
    return this.clock.showTime(at);
  }

  /** Moves the clock that rules see, and fires nothing. @param by `-2 hours` */
  moveClock(by: string): Promise<void> {
    return this.clock.move(by);
  }

  /** Lets time pass until `at` as it would: each timer fires when it is due. */
  until(at: Date): Promise<void> {
    return this.clock.until(at);
  }

  /** Lets days pass as they would: each timer fires when it is due. */
  pass(days: number): Promise<void> {
    return this.clock.pass(days);
  }

  /** An internal route, as another service asks it. */
  protected async sendInside(path: string, body: object, caller: Caller = this.tested.asker ?? 'gateway'): Promise<Answer> {
    return this.send(`POST ${path}`, await callerHeaders(caller), body);
  }

  protected async send(target: string, headers: Record<string, string>, payload?: object | string): Promise<Answer> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const answer = await this.application.http.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers as IncomingHttpHeaders,
      text: answer.body,
      bytes: answer.rawPayload,
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined,
    };
  }
}
