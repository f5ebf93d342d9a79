'use strict';
const { execFile, spawn } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { promisify } = require('node:util');
const { Client } = require('pg');
const { serviceNames } = require('../../libs/contracts');
const { freePort, readRunFile } = require('../../libs/embedded');
const { SERVER_FLAGS } = require('../../scripts/run');
const { commandOf, cpuOf, cpuOfTree, environmentOf, residentMb, treeOf } = require('./processes');
const { watchReactions } = require('./reactions');

const root = resolve(__dirname, '../..');
const password = 'bench-office';
const mainOf = { 'all-in-one': 'dist/all-in-one.js', services: 'scripts/start-services.js' };

/** A real office on a data folder of its own: all in one process, or (`services`) each service in its own. */
exports.startOffice = async function startOffice({
  dataDir = mkdtempSync(join(tmpdir(), 'property-office-bench-')),
  deployment = 'all-in-one',
} = {}) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: '1', DEMO_PASSWORD: password, LOG_LEVEL: 'warn' };
  const began = performance.now();
  const child = spawn(process.execPath, [...SERVER_FLAGS, join(root, mainOf[deployment])], {
    env,
    // By the channel it notices the end of this process, however it comes.
    stdio: ['ignore', deployment === 'services' ? 'ignore' : 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const processOf = (service) => treeOf(child.pid).find((pid) => commandOf(pid).includes(`/dist/${service}.js`));
  const isServiceReady = async (service) => {
    const pid = processOf(service);
    return pid !== undefined && (await isReady(`http://127.0.0.1:${environmentOf(pid, 'PORT')}`));
  };
  const stop = async () => {
    if (!isGone()) child.kill('SIGTERM');
    await ended;
  };
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  // The door is ready before what stands behind it.
  const separate = deployment === 'services' ? serviceNames : [];
  try {
    await until(async () => readRunFile(dataDir)?.httpUrl !== undefined && (await isReady(url)), isGone);
    for (const service of separate) await until(() => isServiceReady(service), isGone);
  } catch (error) {
    await stop();
    remove();
    throw error;
  }
  const run = readRunFile(dataDir);
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    dataDir,
    port,
    url,
    sinceStartMs: () => performance.now() - began,
    pid: child.pid,
    databaseUrl: run.databaseUrl,
    async database() {
      const client = new Client({ connectionString: run.databaseUrl });
      // The office ends its database; what a benchmark failed of is thrown where it failed.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    /** What its reactions still have to do. */
    reactions: (database) => watchReactions(run.natsUrl, database),
    async signIn(login) {
      const answer = await fetch(`${url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
      const { token } = await answer.json();
      const current = await fetch(`${url}/api/sessions/current`, { headers: { authorization: `Bearer ${token}` } });
      return { token, ...(await current.json()) };
    },
    /** CPU seconds so far of the process and of its PostgreSQL, all backends together. */
    cpuSeconds: () => cpuOf(child.pid) + cpuOfTree(postmaster),
    residentMb: () => residentMb(child.pid),
    /** With whatever it has started but PostgreSQL: NATS, and the shells that end both servers with it. */
    residentWithNatsMb: () => treeOf(child.pid, [postmaster]).reduce((sum, pid) => sum + residentMb(pid), 0),
    /** @throws when an invariant is broken (events.md), as `npm run ops -- verify` finds it */
    async verify() {
      const ops = join(root, 'dist/ops.js');
      await promisify(execFile)(process.execPath, [ops, 'verify', '--settle', '60'], { env, maxBuffer: 2 ** 26 }).catch(({ stdout, stderr }) => {
        throw new Error(`the office is not whole afterwards:\n${stdout}${stderr}`);
      });
    },
    /** kill -9 of the whole office: its servers end with it. */
    async kill9() {
      const servers = treeOf(child.pid).slice(1);
      child.kill('SIGKILL');
      await ended;
      await until(() => servers.every((pid) => commandOf(pid) === ''));
    },
    /** kill -9 of a service that has a process of its own. Resolves when it is back and ready, with that moment. */
    async killAndAwait(service) {
      const killed = processOf(service);
      process.kill(killed, 'SIGKILL');
      await until(() => ![undefined, killed].includes(processOf(service)), isGone);
      await until(() => isServiceReady(service), isGone);
      return performance.now();
    },
    stop,
    remove,
  };
};

function isReady(url) {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function until(condition, isGone = () => false) {
  while (!(await condition())) {
    if (isGone()) throw new Error('the office has ended');
    await new Promise((done) => setTimeout(done, 20));
  }
}
