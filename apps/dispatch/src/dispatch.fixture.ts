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
import { leaverCopies } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { declaredReactions, NatsConnectionProvider, Topology, type Delivery, type Outcome, type ReactionContext } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type Transaction } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { dispatch, DispatchModule } from './dispatch.module';
import { dispatchSchema } from './persistence/schema';
import { CopyCrewsReaction } from './reactions/copy-crews.reaction';
import { CopyHomeCareReaction } from './reactions/copy-home-care.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowEpisodesReaction } from './reactions/follow-episodes.reaction';

const roleSecret = 'spec';
const log = createLogger('dispatch-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));

export interface Told {
  status: number;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** Dispatch over HTTP and by its reactions, on a database of its own; the door and the broker are left out. */
export class DispatchUnderTest {
  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    private readonly application: Application,
    private readonly remove: () => Promise<void>,
  ) {}

  /** @param natsUrl of a broker, for who wants events to be published */
  static async open(natsUrl = 'nats://127.0.0.1:1'): Promise<DispatchUnderTest> {
    const own = await testDatabase({
      template: 'dispatch',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [dispatchSchema], roleSecret }),
    });
    const nats = new NatsConnectionProvider({ url: natsUrl, name: 'dispatch-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('dispatch'), roleSecret);
    const runtime = new ServiceRuntime({ schema: dispatchSchema, databaseUrl, nats, topology: new Topology(nats), log });
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
    const application = await createApplication({ name: 'dispatch', modules: [mounted(dispatch, platform)], configuration, log, guards: [guard] });
    await application.app.init();
    await application.http.ready();
    return new DispatchUnderTest(runtime, nats, application, own.drop);
  }

  private readonly leavers = new (leaverCopies('dispatch'))();

  /** Begins to publish. */
  relay(): void {
    this.nats.start();
    this.runtime.relay.start();
    this.runtime.feedRelay?.start();
  }

  async close(): Promise<void> {
    await Promise.all([this.runtime.relay.stop(), this.runtime.feedRelay?.stop()]);
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

  /** Short names of what an aggregate announced: `work-order-accepted`. */
  async told(aggregateId: string): Promise<string[]> {
    return (await this.events(aggregateId)).map(({ type }) => type.split('.')[1]!);
  }

  /** @param target `POST /api/work-orders/…/accept` */
  async ask(target: string, principal: Principal, body?: object): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const headers = { [principalHeader]: await signer.tokenFor(principal), 'accept-language': 'en' };
    const answer = await this.application.http.inject({ method, url, headers, ...(method === 'POST' && { payload: body ?? {} }) });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/work-orders/${id}/${verb}`, principal, body);
  }

  /** Delivers an event to whichever reactions take it, as the broker would. */
  async hear(event: WireEvent, deliveryCount = 1): Promise<Outcome[]> {
    const specs = declaredReactions(DispatchModule).filter((spec) => spec.events.includes(event.type));
    const outcomes: Outcome[] = [];
    for (const spec of specs) {
      const delivery: Delivery = {
        bytes: new TextEncoder().encode(JSON.stringify(event)),
        deliveryCount,
        streamSeq: 1,
        subject: `events.${event.type}`,
        headers: {},
      };
      const run = this.handlerOf(spec.durable);
      const settle = () => this.runtime.settler.settle(spec, [delivery], async (parsed, tx) => void (await run(parsed, tx as Transaction)));
      outcomes.push(...(await whenUp(settle)));
    }
    return outcomes;
  }

  private handlerOf(durable: string): (event: WireEvent, tx: Transaction) => unknown {
    const { app } = this.application;
    const context = (tx: Transaction, event: WireEvent) => ({ tx, now: tx.now, together: [event] as never[] }) as unknown as ReactionContext<Transaction, never>;
    const handlers: Record<string, (event: never, tx: Transaction) => unknown> = {
      dispatch__episodes_v2: (event, tx) => app.get(FollowEpisodesReaction).onEvent(event, context(tx, event)),
      dispatch__places_v1: (event, tx) => app.get(CopyPlacesReaction).onPlace(event, context(tx, event)),
      dispatch__home_care_v1: (event, tx) => app.get(CopyHomeCareReaction).onChanged(event, context(tx, event)),
      dispatch__crews_v1: (event, tx) => app.get(CopyCrewsReaction).onCrew(event, context(tx, event)),
      dispatch__crew_members_v1: (event, tx) => app.get(CopyCrewsReaction).onMember(event, context(tx, event)),
      dispatch__office_accounts_v1: (event, tx) => this.leavers.onAccount(event, context(tx, event)),
      dispatch__office_superiors_v1: (event, tx) => this.leavers.onSuperior(event, context(tx, event)),
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

/** As a loop does: what found no free connection in time is offered again. */
async function whenUp(settle: () => Promise<Outcome[]>): Promise<Outcome[]> {
  for (;;) {
    const outcomes = await settle();
    if (!outcomes.some(({ kind }) => kind === 'down')) return outcomes;
  }
}
