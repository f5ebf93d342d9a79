import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Inspector } from './inspector';
import { withBroker } from './nats';
import type { Office } from './office';

/** What an office holds while it has nothing to do: how many of each kind. */
export type Held = Record<string, number>;

/** Of what is active inside, the kinds that come and go by themselves, or are counted by their descriptors. */
const passing = ['Immediate', 'Timeout', 'FSReqCallback', 'PipeWrap', 'TCPSocketWrap'];

/**
 * Connections, handles, and what is registered with others. A pool lets idle connections to PostgreSQL go by the clock: what must
 * come back are those that are in use, and those that the server has and no pool knows.
 */
export async function heldBy(office: Office, inspector: Inspector): Promise<Held> {
  const { served, ...connections } = await connectionsOf(office, inspector);
  const { socket, ...descriptors } = descriptorsOf(office);
  const active = await inspector.evaluate<string[]>('process.getActiveResourcesInfo()');
  const listeners = `Object.fromEntries(process.eventNames().map((name) => ['listeners for ' + String(name), process.listenerCount(name)]))`;
  return {
    ...descriptors,
    'sockets but to PostgreSQL': socket! - served!,
    ...connections,
    ...(await atBroker(office)),
    ...counted(active.filter((kind) => !passing.includes(kind))),
    ...(await inspector.evaluate<Held>(listeners)),
  };
}

/** Open files by kind; sockets over TCP by whom they lead to. Those to PostgreSQL, and to the system, are no TCP. */
function descriptorsOf(office: Office): Held {
  const folder = `/proc/${office.pid('office')}`;
  const nats = new URL(office.natsUrl).port;
  const remote = new Map(
    readFileSync(`${folder}/net/tcp`, 'utf8')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim().split(/\s+/))
      .map((fields) => [fields[9]!, Number.parseInt(fields[2]!.split(':')[1]!, 16)]),
  );
  const kindOf = (fd: string): string => {
    const [kind, inode] = readlinkSync(`${folder}/fd/${fd}`).split(/:?\[|\]/);
    const port = remote.get(inode ?? '');
    if (kind !== 'socket' || port === undefined) return inode === undefined ? 'files' : kind === 'anon_inode' ? inode : kind!;
    return port === 0 ? 'listening sockets' : port === Number(nats) ? 'sockets to NATS' : 'sockets to clients';
  };
  return counted(
    readdirSync(`${folder}/fd`).flatMap((fd) => {
      try {
        return [kindOf(fd)];
      } catch {
        // Closed between the listing and the look.
        return [];
      }
    }),
  );
}

async function connectionsOf(office: Office, inspector: Inspector): Promise<Held> {
  const pools = await inspector.pools();
  const [server] = await office.query<{ served: number }>(
    `SELECT count(*)::int AS served FROM pg_stat_activity WHERE application_name LIKE 'property-office %'`,
  );
  const inUse = pools.map(({ name, total, idle }) => [`connections in use: ${name}`, total - idle] as const);
  return {
    ...Object.fromEntries(inUse),
    'connections in no pool': server!.served - pools.reduce((sum, { total }) => sum + total, 0),
    served: server!.served,
  };
}

/** By what the broker says of the account. */
function atBroker(office: Office): Promise<Held> {
  return withBroker(office, async (nats) => {
    const answer = await nats.request('$SYS.REQ.ACCOUNT.PING.CONNZ', '{}');
    const { data } = answer.json<{ data: { connections: Array<{ cid: number; subscriptions: number }> } }>();
    const others = data.connections.filter(({ cid }) => cid !== nats.info!.client_id);
    const manager = await jetstreamManager(nats);
    let consumers = 0;
    for await (const { config } of manager.streams.list()) consumers += (await manager.consumers.list(config.name).next()).length;
    return {
      'connections to NATS': others.length,
      'subscriptions at NATS': others.reduce((sum, { subscriptions }) => sum + subscriptions, 0),
      'consumers at NATS': consumers,
    };
  });
}

function counted(kinds: readonly string[]): Held {
  const counts: Held = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
