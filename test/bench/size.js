'use strict';
const { startOffice } = require('./office');
const { shown, summary } = require('./figures');
const { report } = require('./reports');

const idleMs = 10_000;

/** Memory of the idle office, its own process alone and with the NATS it starts, and how long a warm start takes to accept its first request. */
exports.size = async function size({ repeats }, say) {
  let office = await startOffice();
  const { dataDir } = office;
  const [starts, alone, withNats] = [[], [], []];
  try {
    const { token, homes } = await office.signIn('resident');
    for (let i = 0; i < repeats; i += 1) {
      await office.stop();
      office = await startOffice({ dataDir });
      await report(office.url, token, homes[0].id);
      starts.push(office.sinceStartMs());
      await new Promise((done) => setTimeout(done, idleMs));
      alone.push(office.residentMb());
      withNats.push(office.residentWithNatsMb());
    }
  } finally {
    await office.stop();
    office.remove();
  }
  const figures = { idleMb: summary(withNats), idleProcessMb: summary(alone), warmStartMs: summary(starts) };
  say(
    `idle ${shown(figures.idleMb, 0)} MB resident without PostgreSQL, of that the office's own process ${shown(figures.idleProcessMb, 0)} MB; ` +
      `the first request is accepted ${shown(figures.warmStartMs, 0)} ms after a warm start`,
  );
  return figures;
};
