'use strict';
const { percentile, shown, summary } = require('./figures');
const { startOffice } = require('./office');
const { effectsOf, postReports } = require('./reports');

const perSecond = 100;
const shortestSeconds = 10;
const warmUpSeconds = 5;

/**
 * From the 201 of a request to the commit of the last of its work order, timeline and follow-up, at 100 requests a second
 * whatever the answers take. Commit times are PostgreSQL's own (track_commit_timestamp).
 */
exports.fanout = async function fanout({ repeats, seconds }, say) {
  const office = await withCommitTimes();
  try {
    const database = await office.database();
    const reactions = await office.reactions(database);
    const { token, homes } = await office.signIn('resident');
    const run = (lasting) =>
      postReports({ url: office.url, token, homeId: homes[0].id, perSecond, enough: (_, passed) => passed >= lasting });
    await run(warmUpSeconds);
    await reactions.untilThrough();
    const [halves, ninetieths, worst, cpu] = [[], [], [], []];
    let requests = 0;
    for (let i = 0; i < repeats; i += 1) {
      const before = office.cpuSeconds();
      const answeredAt = await run(Math.max(shortestSeconds, seconds));
      await reactions.untilThrough();
      const used = office.cpuSeconds() - before;
      const latencies = await latenciesOf(database, answeredAt);
      requests += latencies.length;
      halves.push(percentile(latencies, 0.5));
      ninetieths.push(percentile(latencies, 0.9));
      worst.push(percentile(latencies, 0.99));
      cpu.push((used * 1000) / latencies.length);
      say(
        `${latencies.length} requests: p50 ${halves.at(-1).toFixed(1)} ms, p90 ${ninetieths.at(-1).toFixed(1)} ms, ` +
          `p99 ${worst.at(-1).toFixed(1)} ms; ${cpu.at(-1).toFixed(2)} ms CPU`,
      );
    }
    await office.verify();
    await reactions.close();
    await database.end();
    const figures = { requests, p50Ms: summary(halves), p90Ms: summary(ninetieths), p99Ms: summary(worst), cpuMsPerRequest: summary(cpu) };
    say(
      `p50 ${shown(figures.p50Ms, 1)} ms, p90 ${shown(figures.p90Ms, 1)} ms, p99 ${shown(figures.p99Ms, 1)} ms, ` +
        `CPU ms per request with all its reactions ${shown(figures.cpuMsPerRequest)}`,
    );
    return figures;
  } finally {
    await office.stop();
    office.remove();
  }
};

/** An office whose PostgreSQL, started anew, remembers when each transaction was committed. */
async function withCommitTimes() {
  const first = await startOffice();
  try {
    const database = await first.database();
    await database.query('ALTER SYSTEM SET track_commit_timestamp = on');
    await database.end();
  } catch (error) {
    await first.stop();
    first.remove();
    throw error;
  }
  await first.stop();
  return startOffice({ dataDir: first.dataDir });
}

async function latenciesOf(database, answeredAt) {
  const { rows } = await database.query(
    `SELECT id, extract(epoch FROM greatest(pg_xact_commit_timestamp(work_order), pg_xact_commit_timestamp(timeline),
       pg_xact_commit_timestamp(follow_up))) * 1000 AS done FROM (${effectsOf}) AS effects`,
    [[...answeredAt.keys()]],
  );
  if (rows.length !== answeredAt.size) throw new Error(`${answeredAt.size} requests have ${rows.length} times all three effects`);
  // Those that were there before their answer had come out count as at once.
  return rows.map(({ id, done }) => Math.max(0, Number(done) - answeredAt.get(id)));
}
