'use strict';
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { text } = require('node:stream/consumers');
const { shown, summary } = require('./figures');
const { startOffice } = require('./office');
const { preparePgbench, requirePgbench } = require('./pgbench');

const connections = 32;

/**
 * Accepting repair requests over HTTP, everything real, against pgbench with a transaction of four statements on the same
 * server: in turns, the ratio pair by pair. Relay and reactions run meanwhile; CPU counts until they are all done.
 */
exports.accept = async function accept({ repeats, seconds }, say) {
  requirePgbench();
  const office = await startOffice();
  try {
    const database = await office.database();
    const reactions = await office.reactions(database);
    const pgbench = await preparePgbench(office.databaseUrl, database, connections);
    // A session for each connection, as each has its own limit.
    const residents = await Promise.all(Array.from({ length: connections }, () => office.signIn('resident')));
    const load = () =>
      runLoad({ port: office.port, tokens: residents.map(({ token }) => token), homeId: residents[0].homes[0].id, connections, seconds });
    await pgbench(Math.min(3, seconds));
    await load();
    await reactions.untilThrough();
    const [ratios, cpu, rates, pgRates, done] = [[], [], [], [], []];
    for (let i = 0; i < repeats; i += 1) {
      const transactions = await pgbench(seconds);
      const before = office.cpuSeconds();
      const { accepted, refused, firstRefusal } = await load();
      done.push(await reactions.untilThrough());
      const used = office.cpuSeconds() - before;
      if (refused > 0) throw new Error(`${refused} requests were refused, the first with: ${firstRefusal}`);
      const rate = accepted / seconds;
      rates.push(rate);
      pgRates.push(transactions);
      ratios.push(rate / transactions);
      cpu.push((used * 1000) / accepted);
      say(
        `${rate.toFixed(0)}/s against ${transactions.toFixed(0)}/s of pgbench; ${cpu.at(-1).toFixed(2)} ms CPU; ` +
          `all reactions done after ${done.at(-1).toFixed(0)} ms`,
      );
    }
    await office.verify();
    await reactions.close();
    await database.end();
    const figures = {
      ratioToPgbench: summary(ratios),
      cpuMsPerRequest: summary(cpu),
      perSecond: summary(rates),
      pgbenchPerSecond: summary(pgRates),
      reactionsDoneMs: summary(done),
    };
    say(
      `ratio to pgbench ${shown(figures.ratioToPgbench)}, CPU ms per request with all its reactions ${shown(figures.cpuMsPerRequest)}, ` +
        `all reactions done after ${shown(figures.reactionsDoneMs, 0)} ms`,
    );
    return figures;
  } finally {
    await office.stop();
    office.remove();
  }
};

async function runLoad(options) {
  const child = spawn(process.execPath, [join(__dirname, 'load.js'), JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout));
}
