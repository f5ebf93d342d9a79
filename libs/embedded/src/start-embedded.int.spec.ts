import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { isRunning, startTypescript, waitFor, type TypescriptProcess } from '@property-office/testing';
import { Client } from 'pg';
import { processesIn } from './leftovers';
import { postgresUser } from './postgres-user';
import { readRunFile } from './run-file';
import { startEmbedded, type Embedded } from './start-embedded';

// Below a folder that only its owner may enter, as a home of root is: PostgreSQL's own user gets there all the same.
const home = mkdtempSync(join(tmpdir(), 'property-office-embedded-'));
const dataDir = join(home, 'data');
const fixture = join(__dirname, 'start-embedded.fixture.ts');
const quiet = (): void => undefined;
let running: Embedded | undefined;
let holder: TypescriptProcess | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
  holder?.child.kill('SIGKILL');
  holder = undefined;
});
afterAll(async () => {
  await waitFor(() => leftPids().length === 0, { what: 'all servers to be gone' });
  rmSync(home, { recursive: true, force: true });
});

test('the nats-server that the operator names is the one that is started', async () => {
  const named = startEmbedded({
    dataDir,
    log: quiet,
    databaseUrl: 'postgres://localhost/unused',
    natsServerBinary: '/nowhere/nats-server',
  });
  await expect(named).rejects.toThrow('NATS_SERVER_BIN=/nowhere/nats-server is not a file');
});

async function start(): Promise<Embedded> {
  return (running = await startEmbedded({ dataDir, log: quiet }));
}

/** Starts a process that holds the folder, and returns the pids of its servers. */
async function startHolder(): Promise<{ postgres: number; nats: number }> {
  const started = (holder = startTypescript(fixture, { args: [dataDir] }));
  await waitFor(() => started.lines.includes('ready'), { what: 'the holder', timeoutMs: 30_000 });
  return { postgres: pidIn('postgres/postmaster.pid'), nats: pidIn('nats/nats.pid') };
}

const pidIn = (file: string): number => Number.parseInt(readFileSync(join(dataDir, file), 'utf8'), 10);
const leftPids = (): number[] => ['postgres', 'nats'].flatMap((part) => processesIn(join(dataDir, part)));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what was written is there after a stop and a start', async () => {
  const first = await start();
  await ask(first.databaseUrl, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
  await first.stop();
  expect(leftPids()).toEqual([]);
  expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  const second = await start();
  expect(await ask(second.databaseUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
}, 60_000);

test('a server that is killed comes back on its port, with its data', async () => {
  const { databaseUrl, natsUrl } = await start();
  await ask(databaseUrl, 'CREATE TABLE IF NOT EXISTS surviving (n int); INSERT INTO surviving VALUES (1)');
  for (const file of ['postgres/postmaster.pid', 'nats/nats.pid']) process.kill(pidIn(file), 'SIGKILL');
  const rows = await waitFor(() => ask(databaseUrl, 'SELECT n FROM surviving'), { what: 'PostgreSQL to be back', timeoutMs: 30_000 });
  expect(rows).toEqual([{ n: 1 }]);
  const { host, username, password } = new URL(natsUrl);
  const connection = await waitFor(() => connect({ servers: host, user: username, pass: password }), { what: 'NATS to be back', timeoutMs: 30_000 });
  await connection.close();
}, 60_000);

test('stopping while a killed server is being started again leaves nothing', async () => {
  const embedded = await start();
  for (const file of ['postgres/postmaster.pid', 'nats/nats.pid']) process.kill(pidIn(file), 'SIGKILL');
  await embedded.stop();
  running = undefined;
  // Children of a PostgreSQL that was killed see by themselves that it is gone.
  await waitFor(() => leftPids().length === 0, { what: 'all servers to be gone' });
  await (await start()).stop();
}, 60_000);

test('servers are durable, listen on 127.0.0.1 only and ask for a password', async () => {
  const { databaseUrl, natsUrl } = await start();
  const settings = `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`;
  for (const row of await ask(databaseUrl, settings)) expect(row).toMatchObject({ setting: 'on' });
  expect(
    await ask(
      databaseUrl,
      `SELECT setting::int >= 120 AS enough FROM pg_settings WHERE name = 'max_connections'`,
    ),
  ).toEqual([{ enough: true }]);
  const listening = readFileSync('/proc/net/tcp', 'utf8') + readFileSync('/proc/net/tcp6', 'utf8');
  for (const url of [databaseUrl, natsUrl]) {
    const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
    const addresses = [...listening.matchAll(new RegExp(`: (\\w+):${port} \\w+:0000 0A`, 'g'))].map(
      ([, ip]) => ip,
    );
    expect(addresses).toEqual(['0100007F']);
  }
  await expect(ask(databaseUrl.replace(/:s[^@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
    /password authentication failed/,
  );
  await expect(connect({ servers: new URL(natsUrl).host, user: 'office', pass: 'guess' })).rejects.toThrow(
    /Authorization/i,
  );
  await expect(connect({ servers: new URL(natsUrl).host })).rejects.toThrow(/Authorization/i);
}, 60_000);

test('run.json says where things are, to its owner only', async () => {
  const { databaseUrl, natsUrl, announce } = await start();
  announce('http://localhost:3000');
  expect(readRunFile(dataDir)).toMatchObject({
    pid: process.pid,
    databaseUrl,
    natsUrl,
    httpUrl: 'http://localhost:3000',
  });
  for (const file of ['run.json', 'secrets/postgres-password', 'secrets/nats-password', 'nats/nats.conf'])
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
}, 60_000);

test('a second start on the folder is refused with who holds it, and disturbs nothing', async () => {
  const { postgres, nats } = await startHolder();
  await expect(start()).rejects.toThrow(`is in use by process ${holder?.child.pid}`);
  expect([isRunning(postgres), isRunning(nats)]).toEqual([true, true]);
  holder?.child.kill('SIGTERM');
  expect(await holder?.ended).toBe(0);
  await start();
}, 60_000);

test('kill -9 of the parent leaves no server behind', async () => {
  const { postgres, nats } = await startHolder();
  holder?.child.kill('SIGKILL');
  await waitFor(() => !isRunning(postgres) && !isRunning(nats), { what: 'both servers to end' });
  await waitFor(() => leftPids().length === 0, { what: 'their watchers to end' });
}, 60_000);

test('a start right after kill -9 waits for the old servers and loses nothing', async () => {
  await startHolder();
  const url = readRunFile(dataDir)?.databaseUrl ?? '';
  await ask(url, 'INSERT INTO kept VALUES (2)');
  holder?.child.kill('SIGKILL');
  await holder?.ended;
  const { databaseUrl } = await start();
  expect(await ask(databaseUrl, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
}, 60_000);

test('servers whose watchers were killed too are ended by the next start', async () => {
  const { postgres, nats } = await startHolder();
  // Stopped first: it would notice, and start its servers again.
  holder?.child.kill('SIGSTOP');
  for (const pid of leftPids())
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/bin/sh')) process.kill(pid, 'SIGKILL');
  holder?.child.kill('SIGKILL');
  await holder?.ended;
  expect([isRunning(postgres), isRunning(nats)]).toEqual([true, true]);
  const { databaseUrl } = await start();
  expect([isRunning(postgres), isRunning(nats)]).toEqual([false, false]);
  expect(await ask(databaseUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
}, 60_000);

test('a machine that went down while everything ran: stale pid files that now name others', async () => {
  const { postgres } = await startHolder();
  holder?.child.kill('SIGSTOP');
  for (const pid of leftPids()) process.kill(pid, 'SIGKILL');
  holder?.child.kill('SIGKILL');
  await waitFor(() => leftPids().length === 0, { what: 'everything to be gone' });
  const user = postgresUser(quiet);
  const stranger = spawn('sleep', ['60'], { ...user });
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(postgres), String(stranger.pid)));
  const { databaseUrl } = await start();
  expect(await ask(databaseUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
}, 60_000);

test('a first start that was interrupted is made again', async () => {
  const other = join(home, 'interrupted');
  const unfinished = join(other, 'postgres.new');
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'PG_VERSION'), '18');
  const user = postgresUser(quiet);
  if (user) chownSync(unfinished, user.uid, user.gid);
  running = await startEmbedded({ dataDir: other, log: quiet });
  expect(await ask(running.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, 60_000);

test('the parent of a child with stopWhenParentDies may be killed: the child stops cleanly', async () => {
  await startHolder();
  holder?.child.disconnect();
  expect(await holder?.ended).toBe(0);
  expect(holder?.lines).toContain('stopped');
}, 60_000);
