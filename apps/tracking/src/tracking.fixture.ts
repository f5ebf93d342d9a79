import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  AttachmentLinks,
  FieldCipher,
  grantAccess,
  newAttachmentKeyFile,
  newFieldKeyFile,
  newKeyFile,
  principalHeader,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  revokeAccess,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { HttpTransport, mounted, ServiceRuntime, type Platform } from '@property-office/backbone';
import type { EventData, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import { createApplication, createLogger, platformVariables, readConfiguration, type Application } from '@property-office/service-kit';
import { openEventStream, testDatabase, type EventStream } from '@property-office/testing';
import { Client } from 'pg';
import { OpenFeeds } from './features/stream/open-feeds';
import { trackingSchema } from './persistence/schema';
import { addEntry, openTimeline } from './persistence/timelines';
import { tracking } from './tracking.module';

/** Of all tests of tracking: roles belong to the whole server. */
const roleSecret = 'spec';
const log = createLogger('tracking-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const signer = new PrincipalTokenSigner(signingKeyOf(doorKeys));

/** Tracking over HTTP, on a database of its own, numbering its feed; the door and the broker are left out. */
export class TrackingUnderTest {
  readonly siteId = newId();
  private readonly streams: EventStream[] = [];

  private constructor(
    readonly runtime: ServiceRuntime,
    private readonly nats: NatsConnectionProvider,
    private readonly application: Application,
    private readonly url: string,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<TrackingUnderTest> {
    const own = await testDatabase({
      template: 'tracking',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [trackingSchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'tracking-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('tracking'), roleSecret);
    const runtime = new ServiceRuntime({ schema: trackingSchema, databaseUrl, nats, topology: new Topology(nats), log });
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
    const application = await createApplication({ name: 'tracking', modules: [mounted(tracking, platform)], configuration, log, guards: [guard] });
    await application.app.listen(0, '127.0.0.1');
    const { port } = application.http.server.address() as { port: number };
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    return new TrackingUnderTest(runtime, nats, application, `http://127.0.0.1:${port}`, admin, own.drop);
  }

  async close(): Promise<void> {
    for (const stream of this.streams) stream.close();
    await Promise.all(this.streams.map(({ ended }) => ended));
    await this.admin.end();
    await this.nats.close();
    await this.application.app.close();
    await this.runtime.database.close();
    await this.remove();
  }

  holding(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles, crews: [], homes: [], ...more };
  }

  async stream(principal: Principal, lastEventId?: string): Promise<EventStream> {
    const stream = await openEventStream(`${this.url}/api/stream`, await this.headersOf(principal, lastEventId));
    this.streams.push(stream);
    return stream;
  }

  /** A client that asks for the stream and then reads nothing of it. */
  async deafStream(principal: Principal, lastEventId: string): Promise<Socket> {
    const { hostname, port } = new URL(this.url);
    const headers = Object.entries(await this.headersOf(principal, lastEventId)).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(port), hostname).pause();
    await once(socket, 'connect');
    socket.write(`GET /api/stream HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n`);
    return socket;
  }

  /** Streams the process holds open. */
  get openStreams(): number {
    return this.application.app.get(OpenFeeds, { strict: false }).count;
  }

  private async headersOf(principal: Principal, lastEventId?: string): Promise<Record<string, string>> {
    return { [principalHeader]: await signer.tokenFor(principal), 'accept-language': 'en', ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  }

  /** Requests that are reported, in one transaction; whoever is named may read them. @returns their numbers */
  async reported(count = 1, personId?: string): Promise<string[]> {
    return this.runtime.database.transaction(async (tx) => {
      const events = Array.from({ length: count }, () => requested(this.siteId, tx.now));
      for (const event of events) {
        openTimeline(tx, event);
        addEntry(tx, event.subject, event);
        if (personId) grantAccess(tx, { objectId: event.subject, siteId: this.siteId, subject: `person:${personId}`, right: 'read', sourceVersion: 1 });
      }
      return events.map(({ data }) => data.number);
    });
  }

  /** Something more happens to a request. */
  async goesOn(number: string): Promise<void> {
    const [row] = await this.runtime.database.query<{ id: string }>('SELECT repair_request_id AS id FROM timeline WHERE number = $1', [number]);
    const event = { ...requested(this.siteId, new Date()), type: 'tickets.repair-commented.v1', subject: row!.id, aggregateversion: 2, data: { number, episode: 1, comment: '还在漏' } };
    await this.runtime.database.transaction(async (tx) => addEntry(tx, row!.id, event as WireEvent));
  }

  async taken(number: string, personId: string): Promise<void> {
    const [row] = await this.runtime.database.query<{ id: string }>('SELECT repair_request_id AS id FROM timeline WHERE number = $1', [number]);
    await this.runtime.database.transaction(async (tx) =>
      revokeAccess(tx, { objectId: row!.id, siteId: this.siteId, subject: `person:${personId}`, right: 'read', sourceVersion: 2 }),
    );
  }

  /** Moves the clock that rules see. */
  async later(days: number): Promise<void> {
    await this.admin.query('UPDATE platform.test_clock SET ahead = ahead + make_interval(days => $1)', [days]);
  }
}

let numbered = 10_000;

function requested(siteId: string, at: Date): WireEvent<'tickets.repair-requested.v1'> {
  const now = at.toISOString();
  numbered += 1;
  return {
    specversion: '1.0', id: newId(), source: '/tickets', type: 'tickets.repair-requested.v1', subject: newId(), time: now, datacontenttype: 'application/json',
    aggregatetype: 'repair-request', aggregateversion: 1, siteid: siteId, happenedat: now, actorid: newId(), actorrole: 'resident',
    data: {
      number: `R-20261123-${numbered}`, episode: 1, category: 'water-leak', repairClass: 'P2', dispatchMode: 'assign', skill: 'plumbing',
      location: { kind: 'home', id: newId() }, description: '漏水', reporterId: null, preferredFrom: null, preferredTo: null,
      channel: 'portal', urgent: false, seenAt: null, externalReference: null, attachmentIds: [],
    } as EventData<'tickets.repair-requested.v1'>,
  };
}
