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
import { HttpTransport, mounted, ServiceRuntime, type Platform } from '@property-office/backbone';
import { eventContracts, type EventData, type EventType, type Principal, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { declaredReactions, NatsConnectionProvider, Topology, type Delivery, type Outcome, type ReactionContext } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, Shutdown, type Application } from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import { Module, type Type } from '@nestjs/common';
import type { InjectOptions } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { Client } from 'pg';
import { notifications, NotificationsModule } from '../notifications.module';
import { notificationsSchema } from '../persistence/schema';
import { CopyPeopleReaction } from '../reactions/copy-people.reaction';
import { Contents } from '../sending/contents';
import { CopyDirectoryReaction } from './reactions/copy-directory.reaction';

const roleSecret = 'spec';
const log = createLogger('notices-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));

export interface Told {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** The reactions made by `officeCopies`, which have no class of their own. */
const OfficeCopies = (Reflect.getMetadata('controllers', NotificationsModule) as Type[]).find(({ prototype }) => 'onRule' in prototype) as Type<
  Record<'onRule' | 'onRole', (event: never, context: never) => void>
>;

/** The reactions that keep what an audience is made of, and who is asked when something is late. */
@Module({ controllers: [CopyDirectoryReaction, CopyPeopleReaction, OfficeCopies] })
class CopiesModule {}

/** Notifications over HTTP and by its reactions, on a database of its own; the door and the broker are left out. */
export class NoticesUnderTest {
  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    readonly application: Application,
    readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<NoticesUnderTest> {
    const own = await testDatabase({
      template: 'notices',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [notificationsSchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'notices-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('notifications'), roleSecret);
    const runtime = new ServiceRuntime({ schema: notificationsSchema, databaseUrl, nats, topology: new Topology(nats), log });
    const platform: Platform = {
      configuration,
      fieldCipher: new FieldCipher(newFieldKeyFile()),
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      internalTransport: new HttpTransport({}),
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => runtime,
    };
    await runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(newKeyFile('gateway'))),
    );
    const application = await createApplication({
      name: 'notifications',
      modules: [mounted(notifications, platform)],
      configuration,
      log,
      guards: [guard],
    });
    await application.app.init();
    await application.http.ready();
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    return new NoticesUnderTest(runtime, nats, application, admin, own.drop);
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
  events(aggregateId: string): Promise<Array<{ type: EventType; version: number; data: Record<string, unknown> }>> {
    return this.rows('SELECT type, aggregate_version AS version, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [aggregateId]);
  }

  /** Short names of what an aggregate announced: `notice-released`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/notices/…/submit`; nobody: without a session */
  async ask(target: string, principal: Principal | undefined, body?: object, more: Record<string, string> = {}): Promise<Told> {
    const headers = { ...(principal && { [principalHeader]: await signer.tokenFor(principal) }), ...more };
    return this.inject(target, headers, body ?? {});
  }

  /** As a page without scripts sends it, by nobody who is signed in. */
  form(target: string, payload: string, headers: Record<string, string>): Promise<Told> {
    return this.inject(target, headers, payload);
  }

  private async inject(target: string, headers: Record<string, string>, payload: object | string): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const answer = await this.application.http.inject({ method, url, headers: { 'accept-language': 'en', ...headers }, ...(method !== 'GET' && { payload }) });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers as IncomingHttpHeaders,
      text: answer.body,
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined,
    };
  }

  contents(): Contents {
    return this.application.app.get(Contents);
  }

  /** Delivers events to the reactions that keep copies of the directory, as the broker would. */
  async hear(event: WireEvent): Promise<Outcome[]> {
    const { app } = this.application;
    const context = (tx: Transaction) => ({ tx, now: tx.now, together: [event] as never[] }) as unknown as ReactionContext<Transaction, never>;
    const handlers: Record<string, (tx: Transaction) => void> = {
      notifications__places_v1: (tx) => app.get(CopyDirectoryReaction).onPlace(event as never, context(tx)),
      notifications__ties_v1: (tx) => app.get(CopyDirectoryReaction).onTie(event as never, context(tx)),
      notifications__accounts_v1: (tx) => app.get(CopyDirectoryReaction).onAccount(event as never, context(tx)),
      notifications__roles_v1: (tx) => app.get(CopyPeopleReaction).onRole(event as never, context(tx)),
      notifications__office_roles_v1: (tx) => app.get(OfficeCopies).onRole(event as never, context(tx) as never),
      notifications__office_rules_v1: (tx) => app.get(OfficeCopies).onRule(event as never, context(tx) as never),
    };
    const outcomes: Outcome[] = [];
    for (const spec of declaredReactions(CopiesModule).filter(({ events, durable }) => events.includes(event.type) && durable in handlers)) {
      const delivery: Delivery = { bytes: new TextEncoder().encode(JSON.stringify(event)), deliveryCount: 1, streamSeq: 1, subject: `events.${event.type}`, headers: {} };
      outcomes.push(...(await this.runtime.settler.settle(spec, [delivery], async (_, tx) => handlers[spec.durable]!(tx as Transaction))));
    }
    return outcomes;
  }

  /** Lets time pass on the clock that rules see; each timer fires when it is due. */
  async later(ms: number): Promise<void> {
    const until = new Date((await this.now()).getTime() + ms);
    const ahead = `UPDATE platform.test_clock SET ahead = ahead + greatest($1::timestamptz - platform.now(), interval '0')`;
    for (;;) {
      const [row] = await this.rows<{ due: Date | null }>(`SELECT min(due_at) AS due FROM timer WHERE status = 'set' AND due_at <= $1`, [until]);
      if (!row?.due) break;
      await this.admin.query(ahead, [row.due]);
      if ((await this.runtime.timers.fireDue()) === 0) break;
    }
    await this.admin.query(ahead, [until]);
    while ((await this.runtime.timers.fireDue()) > 0);
  }

  /** As `later`, and the office was down meanwhile: what fell due fires at the end of it. */
  async outage(ms: number): Promise<void> {
    await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + $1 * interval '1 millisecond'`, [ms]);
    while ((await this.runtime.timers.fireDue()) > 0);
  }

  async now(): Promise<Date> {
    return (await this.rows<{ now: Date }>('SELECT platform.now() AS now'))[0]!.now;
  }
}

/** An event as another service announced it a moment ago. */
export function announced<T extends EventType>(type: T, subject: string, siteId: string, data: EventData<T>, version = 1): WireEvent<T> {
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
    aggregateversion: version,
    siteid: siteId,
    happenedat: at,
    actorid: newId(),
    actorrole: 'operator',
    data,
  };
}
