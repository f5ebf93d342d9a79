'use strict';
const { execFileSync, spawn } = require('node:child_process');
const { text } = require('node:stream/consumers');

const tables = `CREATE SCHEMA bench;
  CREATE TABLE bench.request (id bigserial PRIMARY KEY, description text, location bigint, at timestamptz DEFAULT now());
  CREATE TABLE bench.timeline (id bigserial PRIMARY KEY, request_id bigint, text text, at timestamptz DEFAULT now());
  CREATE TABLE bench.outbox (id bigserial PRIMARY KEY, request_id bigint, payload jsonb);`;
const transaction = `
\\set id random(1, 2000000000)
BEGIN;
INSERT INTO bench.request (description, location) VALUES ('kitchen pipe leaks', :id) RETURNING id \\gset
INSERT INTO bench.timeline (request_id, text) VALUES (:id, 'requested');
INSERT INTO bench.outbox (request_id, payload) VALUES (:id, '{"type":"requested"}');
SELECT description FROM bench.request WHERE id = :id;
COMMIT;
`;

/** Has pgbench at hand; installs it where it is missing, on a machine whose package lists may never have been fetched, too. */
exports.requirePgbench = function requirePgbench(run = execFileSync) {
  try {
    run('pgbench', ['--version'], { stdio: 'ignore' });
  } catch {
    run('apt-get', ['update'], { stdio: 'inherit' });
    run('apt-get', ['install', '-y', 'postgresql-contrib'], { stdio: 'inherit' });
  }
};

/** Makes its tables. @returns what measures transactions a second over so many seconds */
exports.preparePgbench = async function preparePgbench(databaseUrl, database, connections) {
  await database.query(tables);
  return async (seconds) => {
    const args = ['--no-vacuum', `--client=${connections}`, '--jobs=2', `--time=${seconds}`, '--file=-', databaseUrl];
    const child = spawn('pgbench', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(transaction);
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const found = /tps = ([\d.]+)/.exec(output);
    if (!found) throw new Error(`pgbench failed: ${errors}`);
    return Number(found[1]);
  };
};
