'use strict';
const { startOffice } = require('./office');
const { shown, summary } = require('./figures');

const idleMs = 10_000;

/** Memory of the idle process without PostgreSQL and NATS, and how long a warm start takes to be ready. */
exports.size = async function size({ repeats }, say) {
  const first = await startOffice();
  const { dataDir } = first;
  await first.stop();
  const starts = [];
  let idleMb = 0;
  for (let i = 0; i < repeats; i += 1) {
    const office = await startOffice(dataDir);
    starts.push(office.readyMs);
    if (i === repeats - 1) {
      await new Promise((done) => setTimeout(done, idleMs));
      idleMb = office.residentMb();
    }
    await office.stop();
    if (i === repeats - 1) office.remove();
  }
  const figures = { idleMb, warmStartMs: summary(starts) };
  say(`idle ${idleMb.toFixed(0)} MB resident; warm start until ready ${shown(figures.warmStartMs, 0)} ms`);
  return figures;
};
