import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { grantAccess, revokeAccess } from '@property-office/access';
import type { EventData, Principal, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, HostedService, principalHeaders } from '@property-office/service-testing';
import { openEventStream, type EventStream } from '@property-office/testing';
import { OpenFeeds } from './features/stream/open-feeds';
import { addEntry, openTimeline } from './persistence/timelines';
import { tracking } from './tracking.module';

const tested = { definition: tracking, alone: true } as const;

/** tracking, listening and numbering its feed; no other service answers it. */
export class TrackingUnderTest extends HostedService {
  readonly siteId = newId();
  private readonly streams: EventStream[] = [];
  private url!: string;

  static async open(): Promise<TrackingUnderTest> {
    const opened = await new TrackingUnderTest(tested, await this.databaseOf(tested)).start();
    opened.url = await opened.listen();
    return opened;
  }

  override async close(): Promise<void> {
    for (const stream of this.streams) stream.close();
    await Promise.all(this.streams.map(({ ended }) => ended));
    await super.close();
  }

  holding(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles, crews: [], homes: [], ...more };
  }

  async stream(principal: Principal, lastEventId?: string): Promise<EventStream> {
    const stream = await openEventStream(`${this.url}/api/stream`, await this.since(principal, lastEventId));
    this.streams.push(stream);
    return stream;
  }

  /** A client that asks for the stream and then reads nothing of it. */
  async deafStream(principal: Principal, lastEventId: string): Promise<Socket> {
    const { hostname, port } = new URL(this.url);
    const headers = Object.entries(await this.since(principal, lastEventId)).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(port), hostname).pause();
    await once(socket, 'connect');
    socket.write(`GET /api/stream HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n`);
    return socket;
  }

  /** Streams the process holds open. */
  get openStreams(): number {
    return this.part(OpenFeeds).count;
  }

  private async since(principal: Principal, lastEventId?: string): Promise<Record<string, string>> {
    return { ...(await principalHeaders(principal)), 'accept-language': 'en', ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  }

  /** Requests that are reported, in one transaction; whoever is named may read them. @returns their numbers */
  async reported(count = 1, personId?: string): Promise<string[]> {
    return this.transaction(async (tx) => {
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
    const [row] = await this.rows<{ id: string }>('SELECT repair_request_id AS id FROM timeline WHERE number = $1', [number]);
    const event = { ...requested(this.siteId, new Date()), type: 'tickets.repair-commented.v1', subject: row!.id, aggregateversion: 2, data: { number, episode: 1, comment: '还在漏' } };
    await this.transaction(async (tx) => addEntry(tx, row!.id, event as WireEvent));
  }

  async taken(number: string, personId: string): Promise<void> {
    const [row] = await this.rows<{ id: string }>('SELECT repair_request_id AS id FROM timeline WHERE number = $1', [number]);
    await this.transaction(async (tx) =>
      revokeAccess(tx, { objectId: row!.id, siteId: this.siteId, subject: `person:${personId}`, right: 'read', sourceVersion: 2 }),
    );
  }
}

let numbered = 10_000;

function requested(siteId: string, at: Date): WireEvent<'tickets.repair-requested.v1'> {
  const now = at.toISOString();
  numbered += 1;
  const data = {
    number: `R-20261123-${numbered}`, episode: 1, category: 'water-leak', repairClass: 'P2', dispatchMode: 'assign', skill: 'plumbing',
    location: { kind: 'home', id: newId() }, description: '漏水', reporterId: null, preferredFrom: null, preferredTo: null,
    channel: 'portal', urgent: false, seenAt: null, externalReference: null, attachmentIds: [],
  } as EventData<'tickets.repair-requested.v1'>;
  return announced('tickets.repair-requested.v1', newId(), siteId, data, { time: now, happenedat: now, actorrole: 'resident' });
}
