import net from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

/** What the servers of a test run are reached by. */
export interface RunServers {
  databaseUrl: string;
  /** Per Jest worker (from 1) an account of its own. */
  natsUrls: string[];
}

/** Where the run's keeper listens (global-setup.ts). Set in the environment that workers inherit. */
export const KEEPER_VARIABLE = 'PROPERTY_OFFICE_TEST_KEEPER';

let asked: Promise<RunServers> | undefined;

/** The run's PostgreSQL and NATS; the first to ask in a run has them started. */
export function runServers(): Promise<RunServers> {
  return (asked ??= ask());
}

/** Of this run, and removed with it. */
export function folderOfRun(): string {
  return dirname(keeper());
}

function keeper(): string {
  const address = process.env[KEEPER_VARIABLE];
  if (!address) throw new Error('No test servers: this is available only below Jest, with the root jest.config.js');
  return address;
}

async function ask(): Promise<RunServers> {
  const answer = JSON.parse(await text(net.connect({ path: keeper() }))) as RunServers | { error: string };
  if ('error' in answer) throw new Error(`The test servers did not start: ${answer.error}`);
  return answer;
}
