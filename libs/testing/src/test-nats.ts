import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { runServers } from './run-servers';

export interface TestNats {
  /** nats://user:password@127.0.0.1:port of this worker's account. The client library does not read the login out of it. */
  url: string;
  /** Removes every stream of the account, and their consumers with them. Test files of a worker follow one another. */
  wipe(): Promise<void>;
}

/** NATS with JetStream, in an account that no other worker sees. */
export async function testNats(): Promise<TestNats> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1);
  const url = (await runServers()).natsUrls[worker - 1];
  if (!url) throw new Error(`There are accounts for fewer workers than ${worker}`);
  return { url, wipe: () => wipeStreams(url) };
}

/** Removes every stream of the account that the URL logs in to. */
export async function wipeStreams(url: string): Promise<void> {
  const { host, username, password } = new URL(url);
  const connection = await connect({ servers: host, user: username, pass: password });
  try {
    const manager = await jetstreamManager(connection);
    const names = await manager.streams.names().next();
    for (let page = names; page.length > 0; page = await manager.streams.names().next())
      for (const name of page) await manager.streams.delete(name);
  } finally {
    await connection.close();
  }
}
