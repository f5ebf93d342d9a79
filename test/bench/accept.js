'use strict';
const { execFileSync, spawn } = require('node:child_process');
const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { text } = require('node:stream/consumers');
const { shown, summary } = require('./figures');
const { startOffice } = require('./office');

const connections = 32;
const pgbenchScript = `
\\set id random(1, 2000000000)
BEGIN;
INSERT INTO bench.request (description, location) VALUES ('kitchen pipe leaks', :id) RETURNING id \\gset
INSERT INTO bench.timeline (request_id, text) VALUES (:id, 'requested');
INSERT INTO bench.outbox (request_id, payload) VALUES (:id, '{"type":"requested"}');
SELECT description FROM bench.request WHERE id = :id;
COMMIT;
`;

/**
 * Accepting repair requests over HTTP, everything real, against pgbench with a transaction of four statements on the same
 * server: in turns, the ratio pair by pair. Relay and reactions run meanwhile.
 */
exports.accept = async function accept({ repeats, seconds }, say) {
  requirePgbench();
  const office = await startOffice();
  try {
    const database = await office.database();
    await database.query(`CREATE SCHEMA bench;
      CREATE TABLE bench.request (id bigserial PRIMARY KEY, description text, location bigint, at timestamptz DEFAULT now());
      CREATE TABLE bench.timeline (id bigserial PRIMARY KEY, request_id bigint, text text, at timestamptz DEFAULT now());
      CREATE TABLE bench.outbox (id bigserial PRIMARY KEY, request_id bigint, payload jsonb);`);
    const script = join(mkdtempSync(join(tmpdir(), 'pgbench-')), 'transaction.sql');
    writeFileSync(script, pgbenchScript);
    // A session for each connection, as each has its own limit.
    const residents = await Promise.all(Array.from({ length: connections }, () => office.signIn('resident')));
    const load = () =>
      runLoad({ port: office.port, tokens: residents.map(({ token }) => token), homeId: residents[0].homes[0].id, connections, seconds });
    await pgbench(office.databaseUrl, script, Math.min(3, seconds));
    await load();
    const [ratios, cpu, rates, pgRates, settled] = [[], [], [], [], []];
    for (let i = 0; i < repeats; i += 1) {
      const transactions = await pgbench(office.databaseUrl, script, seconds);
      const before = office.cpuSeconds();
      const { accepted, refused, firstRefusal } = await load();
      settled.push(await untilSettled(database));
      const used = office.cpuSeconds() - before;
      if (refused > 0) throw new Error(`${refused} requests were refused, the first with: ${firstRefusal}`);
      const rate = accepted / seconds;
      rates.push(rate);
      pgRates.push(transactions);
      ratios.push(rate / transactions);
      cpu.push((used * 1000) / accepted);
      say(`${rate.toFixed(0)}/s against ${transactions.toFixed(0)}/s of pgbench; ${((used * 1000) / accepted).toFixed(2)} ms CPU; reactions done after ${settled.at(-1).toFixed(0)} ms`);
    }
    await database.end();
    const figures = {
      ratioToPgbench: summary(ratios),
      cpuMsPerRequest: summary(cpu),
      perSecond: summary(rates),
      pgbenchPerSecond: summary(pgRates),
      reactionsDoneMs: summary(settled),
    };
    say(`ratio to pgbench ${shown(figures.ratioToPgbench)}, CPU ms per request with all its reactions ${shown(figures.cpuMsPerRequest)}`);
    return figures;
  } finally {
    await office.stop();
    office.remove();
  }
};

function requirePgbench() {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
  } catch {
    execFileSync('apt-get', ['install', '-y', 'postgresql-contrib'], { stdio: 'inherit' });
  }
}

async function pgbench(databaseUrl, script, seconds) {
  const child = spawn('pgbench', ['--no-vacuum', '--client=32', '--jobs=2', `--time=${seconds}`, `--file=${script}`, databaseUrl], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const found = /tps = ([\d.]+)/.exec(output);
  if (!found) throw new Error(`pgbench failed: ${errors}`);
  return Number(found[1]);
}

async function runLoad(options) {
  const child = spawn(process.execPath, [join(__dirname, 'load.js'), JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout));
}

/** Milliseconds from now until every request has its timeline, work order and follow-up. */
async function untilSettled(database) {
  const began = performance.now();
  for (;;) {
    const { rows } = await database.query(`SELECT
      (SELECT count(*) FROM tickets.repair_request) - least((SELECT count(*) FROM tracking.timeline),
        (SELECT count(*) FROM dispatch.work_order), (SELECT count(*) FROM followups.follow_up)) AS missing`);
    if (Number(rows[0].missing) === 0) return performance.now() - began;
    await new Promise((done) => setTimeout(done, 20));
  }
}
