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
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import type { CrossingFact } from './domain/crossing-fact';
import { ticketsSchema } from './persistence/schema';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowWorkReaction } from './reactions/follow-work.reaction';
import { IndexForSearchReaction } from './reactions/index-for-search.reaction';
import { ReportConvertedReaction } from './reactions/report-converted.reaction';
import { NamePlacesReaction } from './reactions/name-places.reaction';
import { ShowToCrewReaction } from './reactions/show-to-crew.reaction';
import { tickets, TicketsModule } from './tickets.module';

const roleSecret = 'spec';
const log = createLogger('tickets-spec', 'silent');
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

/** Tickets over HTTP and by its reactions, on a database of its own; the door and the broker are left out. */
export class TicketsUnderTest {
  /** What other services answer to internal routes; they are at the other end of a wire. */
  neighbours: (service: string, path: string, body: object) => object = () => ({});

  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    private readonly application: Application,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<TicketsUnderTest> {
    const own = await testDatabase({
      template: 'tickets',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [ticketsSchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'tickets-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('tickets'), roleSecret);
    let opened: TicketsUnderTest | undefined = undefined;
    const runtime = new ServiceRuntime({ schema: ticketsSchema, databaseUrl, nats, topology: new Topology(nats), log });
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
    const application = await createApplication({ name: 'tickets', modules: [mounted(tickets, platform)], configuration, log, guards: [guard] });
    await application.app.init();
    await application.http.ready();
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    return (opened = new TicketsUnderTest(runtime, nats, application, admin, own.drop));
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.nats.close();
    await this.application.app.close();
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

  /** Short names of what an aggregate announced: `repair-cancelled`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/repair-requests/…/cancel` */
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

  /** Somebody without a session. */
  async askAsNobody(target: string, body?: object, more: Record<string, string> = {}): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const answer = await this.application.http.inject({ method, url, headers: { 'accept-language': 'en', ...more }, ...(body && { payload: body }) });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }

  /** What is not JSON. */
  async text(target: string, principal: Principal): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const headers = { [principalHeader]: await signer.tokenFor(principal), host: 'office.example' };
    const { statusCode, headers: told, body } = await this.application.http.inject({ method, url, headers });
    return { status: statusCode, headers: told, text: body };
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/repair-requests/${id}/${verb}`, principal, body);
  }

  /** Delivers an event to reactions, as the broker would. */
  async hear(event: WireEvent, durables: readonly string[]): Promise<Outcome[]> {
    const specs = declaredReactions(TicketsModule).filter((spec) => durables.includes(spec.durable));
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

  /** Moves the clock that rules see. */
  async later(seconds: number): Promise<void> {
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + make_interval(secs => $1)', [seconds]);
  }

  /** What dispatch or followups announced about a request, applied as their reactions do. */
  async fact(requestId: string, fact: CrossingFact['fact'], episode = 1): Promise<void> {
    const act = { actor: { personId: newId(), role: 'technician' as const }, happenedAt: new Date() };
    const handler = this.application.app.get(ApplyFactHandler);
    await this.runtime.database.transaction((tx) => handler.execute(tx, requestId, act, { fact, episode, sourceId: newId(), reason: '还在漏' }));
  }

  /** Moves the clock that rules see to `at`. */
  async showTime(at: Date): Promise<void> {
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + ($1::timestamptz - platform.now())', [at]);
  }

  /** Lets time pass until `at`, each timer firing when it is due. */
  async until(at: Date): Promise<void> {
    for (;;) {
      const [row] = await this.rows<{ due: Date | null }>(`SELECT min(due_at) AS due FROM tickets.timer WHERE status = 'set' AND due_at <= $1`, [at]);
      if (!row?.due) break;
      await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + greatest($1::timestamptz - platform.now(), interval '0')`, [row.due]);
      await this.runtime.timers.fireDue();
    }
    await this.showTime(at);
  }

  /** The reactions made by `officeCopies`, which have no class of their own. */
  private copies() {
    const controllers: Type[] = Reflect.getMetadata('controllers', TicketsModule);
    const made = controllers.find(({ prototype }) => 'onRule' in prototype)!;
    return this.application.app.get<Record<'onRule' | 'onSite' | 'onRole' | 'onDuty', (event: never, context: never) => void>>(made);
  }

  private handlerOf(durable: string): (event: WireEvent, tx: Transaction) => unknown {
    const { app } = this.application;
    const context = (tx: Transaction, event: WireEvent) => ({ tx, now: tx.now, together: [event] as never[] }) as unknown as ReactionContext<Transaction, never> & never;
    const handlers: Record<string, (event: never, tx: Transaction) => unknown> = {
      tickets__places_v1: (event, tx) => app.get(CopyPlacesReaction).onRegistered(event, context(tx, event)),
      tickets__named_places_v1: (event, tx) => app.get(NamePlacesReaction).onPlace(event, context(tx, event)),
      tickets__search_v1: (event, tx) => app.get(IndexForSearchReaction).onEvent(event, context(tx, event)),
      tickets__work_v1: (event, tx) => app.get(FollowWorkReaction).onEvent(event, context(tx, event)),
      tickets__office_rules_v1: (event, tx) => this.copies().onRule(event, context(tx, event)),
      tickets__office_sites_v1: (event, tx) => this.copies().onSite(event, context(tx, event)),
      tickets__office_roles_v1: (event, tx) => this.copies().onRole(event, context(tx, event)),
      tickets__office_duty_v1: (event, tx) => this.copies().onDuty(event, context(tx, event)),
      tickets__converted_v1: (event, tx) => app.get(ReportConvertedReaction).onConverted(event, context(tx, event)),
      tickets__crew_access_v2: (event, tx) => app.get(ShowToCrewReaction).onHands(event, context(tx, event)),
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
