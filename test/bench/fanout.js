'use strict';
const { randomUUID } = require('node:crypto');
const { percentile } = require('./figures');
const { startOffice } = require('./office');

const perSecond = 100;

/**
 * From the 201 of a request to the commit of the last of its work order, timeline and follow-up, at 100 requests a second
 * whatever the answers take. Commit times are PostgreSQL's own (track_commit_timestamp).
 */
exports.fanout = async function fanout({ seconds }, say) {
  let office = await startOffice();
  try {
    let database = await office.database();
    await database.query('ALTER SYSTEM SET track_commit_timestamp = on');
    await database.end();
    await office.stop();
    office = await startOffice(office.dataDir);
    database = await office.database();
    const { token, homes } = await office.signIn('resident');
    await run(office.url, token, homes[0].id, 2);
    const answeredAt = await run(office.url, token, homes[0].id, Math.max(10, seconds));
    await new Promise((done) => setTimeout(done, 2000));
    const { rows } = await database.query(
      `SELECT r.id, extract(epoch FROM greatest(pg_xact_commit_timestamp(w.xmin), pg_xact_commit_timestamp(t.xmin), pg_xact_commit_timestamp(f.xmin))) * 1000 AS done
       FROM unnest($1::uuid[]) AS r (id)
       JOIN LATERAL (SELECT xmin FROM dispatch.ledger l WHERE l.type = 'dispatch.work-order-created.v1' AND l.data ->> 'repairRequestId' = r.id::text) w ON true
       JOIN tracking.timeline t ON t.repair_request_id = r.id
       JOIN LATERAL (SELECT xmin FROM followups.ledger l WHERE l.type = 'followups.follow-up-planned.v1' AND l.data ->> 'repairRequestId' = r.id::text) f ON true`,
      [[...answeredAt.keys()]],
    );
    await database.end();
    if (rows.length !== answeredAt.size) throw new Error(`${answeredAt.size - rows.length} requests lack a reaction`);
    const latencies = rows.map(({ id, done }) => Math.max(0, Number(done) - answeredAt.get(id)));
    const figures = { requests: rows.length, p50Ms: percentile(latencies, 0.5), p90Ms: percentile(latencies, 0.9), p99Ms: percentile(latencies, 0.99) };
    say(`${rows.length} requests: p50 ${figures.p50Ms.toFixed(1)} ms, p90 ${figures.p90Ms.toFixed(1)} ms, p99 ${figures.p99Ms.toFixed(1)} ms`);
    return figures;
  } finally {
    await office.stop();
    office.remove();
  }
};

/** @returns when each request was answered, by id, in milliseconds of the machine's clock */
async function run(url, token, homeId, seconds) {
  const answeredAt = new Map();
  const running = [];
  const began = performance.now();
  for (let i = 0; i < seconds * perSecond; i += 1) {
    const wait = began + (i * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    running.push(report(url, token, homeId).then(({ id, at }) => answeredAt.set(id, at)));
  }
  await Promise.all(running);
  return answeredAt;
}

async function report(url, token, homeId) {
  const answer = await fetch(`${url}/api/repair-requests`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ category: 'water-leak', description: '厨房水管漏水', location: { homeId } }),
  });
  const at = performance.timeOrigin + performance.now();
  if (answer.status !== 201) throw new Error(`a request was answered with ${answer.status}`);
  return { id: (await answer.json()).id, at };
}
