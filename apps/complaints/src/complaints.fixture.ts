import type { Type } from '@nestjs/common';
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
  routesOf,
  serviceTokenHeader,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { mounted, ServiceRuntime, type InternalRequest, type Platform } from '@property-office/backbone';
import { eventContracts, type EventData, type EventType, type Principal, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { declaredReactions, NatsConnectionProvider, Topology, type Delivery, type Outcome, type ReactionContext } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, Shutdown, type Application } from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { complaints, ComplaintsModule } from './complaints.module';
import { ReadVisibilityController } from './features/read-visibility/read-visibility.controller';
import { complaintsSchema } from './persistence/schema';
import { CopyPeopleReaction } from './reactions/copy-people.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowOutcomeReaction } from './reactions/follow-outcome.reaction';
import { FollowRepairsReaction } from './reactions/follow-repairs.reaction';
import { LetSecondPersonInReaction } from './reactions/let-second-person-in.reaction';
import { TakeConversionReaction } from './reactions/take-conversion.reaction';

const roleSecret = 'spec';
const log = createLogger('complaints-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const receptionKeys = newKeyFile('reception');
const receptionToken = new ServiceTokenSigner('reception', signingKeyOf(receptionKeys));
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));

export interface Told {
  status: number;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** Complaints over HTTP and by its reactions, on a database of its own; the door and the broker are left out. */
export class ComplaintsUnderTest {
  /** What other services answer to internal routes; they are at the other end of a wire. */
  neighbours: (service: string, path: string, body: object) => object = () => ({});

  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    private readonly application: Application,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<ComplaintsUnderTest> {
    const own = await testDatabase({
      template: 'complaints',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [complaintsSchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'complaints-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('complaints'), roleSecret);
    let opened: ComplaintsUnderTest | undefined = undefined;
    const runtime = new ServiceRuntime({ schema: complaintsSchema, databaseUrl, nats, topology: new Topology(nats), log });
    const platform: Platform = {
      configuration,
      fieldCipher: new FieldCipher(newFieldKeyFile()),
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      internalTransport: {
        send: async (service: string, { path, body }: InternalRequest) => ({
          status: 200,
          body: JSON.stringify(opened!.neighbours(service, path, JSON.parse(body))),
        }),
      },
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => runtime,
    };
    await runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(receptionKeys)),
    );
    const application = await createApplication({ name: 'complaints', modules: [mounted(complaints, platform)], configuration, log, guards: [guard] });
    await application.app.init();
    await application.http.ready();
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    return (opened = new ComplaintsUnderTest(runtime, nats, application, admin, own.drop));
  }

  async close(): Promise<void> {
    await this.application.app.get(Shutdown).run();
    await this.admin.end();
    await this.nats.close();
    await this.runtime.database.close();
    await this.remove();
  }

  rows<R extends Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return this.runtime.database.query<R>(sql, params);
  }

  /** What an aggregate announced, in order. */
  async events(aggregateId: string): Promise<Array<{ type: EventType; version: number; data: Record<string, unknown> }>> {
    return this.rows(
      'SELECT type, aggregate_version AS version, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
      [aggregateId],
    );
  }

  /** Short names of what an aggregate announced: `complaint-decided`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/complaints/…/cancel` */
  async ask(target: string, principal: Principal, body?: object, more: Record<string, string> = {}): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const headers = { [principalHeader]: await signer.tokenFor(principal), 'accept-language': 'en', ...more };
    const answer = await this.application.http.inject({ method, url, headers, ...(method === 'POST' && { payload: body ?? {} }) });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }

  /** An internal route, as reception asks it. */
  async askInside(path: `/${string}`, body: object): Promise<Told> {
    const headers = { [serviceTokenHeader]: await receptionToken.token() };
    const answer = await this.application.http.inject({ method: 'POST', url: path, headers, payload: body });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/complaints/${id}/${verb}`, principal, body);
  }

  /** Delivers an event to reactions, as the broker would. */
  async hear(event: WireEvent, durables: readonly string[]): Promise<Outcome[]> {
    const specs = declaredReactions(ComplaintsModule).filter((spec) => durables.includes(spec.durable));
    const outcomes: Outcome[] = [];
    for (const spec of specs) {
      const delivery: Delivery = {
        bytes: new TextEncoder().encode(JSON.stringify(event)),
        deliveryCount: 1,
        streamSeq: 1,
        subject: `events.${event.type}`,
        headers: {},
      };
      const run = this.handlerOf(spec.durable);
      outcomes.push(...(await this.runtime.settler.settle(spec, [delivery], async (parsed, tx) => void (await run(parsed, tx as Transaction)))));
    }
    return outcomes;
  }

  /** Seconds by which the clock that rules see is ahead. */
  ahead = 0;

  /** Moves the clock that rules see. */
  async later(seconds: number): Promise<void> {
    this.ahead += seconds;
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + make_interval(secs => $1)', [seconds]);
  }

  /** Moves the clock that rules see to `at`. */
  async showTime(at: Date): Promise<void> {
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + ($1::timestamptz - platform.now())', [at]);
    this.ahead = (at.getTime() - Date.now()) / 1_000;
  }

  /** Lets time pass until `at`, each timer firing when it is due. */
  async until(at: Date): Promise<void> {
    for (;;) {
      const [row] = await this.rows<{ due: Date | null }>(`SELECT min(due_at) AS due FROM timer WHERE status = 'set' AND due_at <= $1`, [at]);
      if (!row?.due) break;
      await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + greatest($1::timestamptz - platform.now(), interval '0')`, [row.due]);
      await this.runtime.timers.fireDue();
    }
    await this.showTime(at);
  }

  /** Whether somebody sees the timeline of a case, as tracking asks. */
  async seesTimeline(caseId: string, { personId, roles, crews, homes }: Principal): Promise<boolean> {
    const held = roles.map(({ role, siteId }) => ({ role, ...(siteId !== null && { siteId }) }));
    return (await this.application.app.get(ReadVisibilityController).read({ caseId, principal: { personId, roles: held, crews, homes } })).visible;
  }

  /** Every route of the service that is about one case: `POST /api/complaints/:id/decide`. */
  routesOfACase(): string[] {
    return routesOf(this.application.app)
      .filter(({ paths }) => paths.some((path) => path.startsWith('/api/complaints/:id')))
      .flatMap(({ paths, name }) => paths.map((path) => `${/\.(read|list)/.test(name) ? 'GET' : 'POST'} ${path}`));
  }

  /** The reactions made by `officeCopies`, which have no class of their own. */
  private copies() {
    const controllers: Type[] = Reflect.getMetadata('controllers', ComplaintsModule);
    const made = controllers.find(({ prototype }) => 'onRule' in prototype)!;
    return this.application.app.get<Record<'onRule' | 'onRole' | 'onDuty', (event: never, context: never) => void>>(made);
  }

  private handlerOf(durable: string): (event: WireEvent, tx: Transaction) => unknown {
    const { app } = this.application;
    const context = (tx: Transaction, event: WireEvent) => ({ tx, now: tx.now, together: [event] as never[] }) as unknown as ReactionContext<Transaction, never> & never;
    const people = app.get(CopyPeopleReaction);
    const repairs = app.get(FollowRepairsReaction);
    const handlers: Record<string, (event: never, tx: Transaction) => unknown> = {
      complaints__places_v1: (event, tx) => app.get(CopyPlacesReaction).onRegistered(event, context(tx, event)),
      complaints__crews_v1: (event, tx) => people.onCrew(event, context(tx, event)),
      complaints__crew_members_v1: (event, tx) => people.onMember(event, context(tx, event)),
      complaints__office_rules_v1: (event, tx) => this.copies().onRule(event, context(tx, event)),
      complaints__office_roles_v1: (event, tx) => this.copies().onRole(event, context(tx, event)),
      complaints__office_duty_v1: (event, tx) => this.copies().onDuty(event, context(tx, event)),
      complaints__superiors_v1: (event, tx) => people.onSuperior(event, context(tx, event)),
      complaints__repairs_v1: (event, tx) => repairs.onRepair(event, context(tx, event)),
      complaints__repair_facts_v1: (event, tx) => repairs.onFinished(event, context(tx, event)),
      complaints__converted_v1: (event, tx) => app.get(TakeConversionReaction).onConverted(event, context(tx, event)),
      complaints__second_people_v1: (event, tx) => app.get(LetSecondPersonInReaction).onEvent(event, context(tx, event)),
      complaints__outcome_v1: (event, tx) => app.get(FollowOutcomeReaction).onCompleted(event, context(tx, event)),
    };
    return handlers[durable] as (event: WireEvent, tx: Transaction) => unknown;
  }
}

/** An event as another service announced it a moment ago. */
export function announced<T extends EventType>(
  type: T,
  subject: string,
  siteId: string,
  data: EventData<T>,
  more: Partial<WireEvent<T>> = {},
): WireEvent<T> {
  const at = new Date(Date.now() - 1_000).toISOString();
  return {
    specversion: '1.0',
    id: newId(),
    source: `/${type.split('.')[0]}`,
    type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    aggregatetype: eventContracts[type].aggregate,
    aggregateversion: 1,
    siteid: siteId,
    happenedat: at,
    actorid: newId(),
    actorrole: 'desk',
    data,
    ...more,
  };
}
