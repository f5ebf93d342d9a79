'use strict';
const { spawn } = require('node:child_process');
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { Client } = require('pg');
const { freePort, readRunFile } = require('../../libs/embedded');
const { SERVER_FLAGS } = require('../../scripts/run');

const root = resolve(__dirname, '../..');
const password = 'bench-office';
const ticksPerSecond = 100;

/** A real all-in-one office on a data folder of its own. */
exports.startOffice = async function startOffice(dataDir = mkdtempSync(join(tmpdir(), 'property-office-bench-'))) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...SERVER_FLAGS, join(root, 'apps/all-in-one/dist/main.js')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: '1', DEMO_PASSWORD: password, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/health/ready`).then((r) => r.ok, () => false))) {
    if (child.exitCode !== null) throw new Error('the office did not start');
    await new Promise((done) => setTimeout(done, 20));
  }
  const readyMs = performance.now() - began;
  const run = readRunFile(dataDir);
  return {
    dataDir,
    port,
    url,
    readyMs,
    pid: child.pid,
    databaseUrl: run.databaseUrl,
    async database() {
      const client = new Client({ connectionString: run.databaseUrl });
      // The office ends its database; what a benchmark failed of is thrown where it failed.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
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
    cpuSeconds: () => cpuOf(child.pid) + cpuOfTree(postmasterOf(dataDir)),
    residentMb: () => residentMb(child.pid),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
};

function postmasterOf(dataDir) {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Own time and that of children already waited for. */
function cpuOf(pid) {
  const fields = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / ticksPerSecond;
}

function cpuOfTree(parent) {
  let sum = cpuOf(parent);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (Number(statOf(name)[1]) === parent) sum += cpuOf(name);
    } catch {
      // It ended between the listing and the look.
    }
  }
  return sum;
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
