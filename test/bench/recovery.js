'use strict';
const { shown, summary } = require('./figures');
const { startOffice } = require('./office');
const { effectsOf, postReports } = require('./reports');

const perSecond = 50;
const requests = 100;
const fewestRepeats = 3;

/**
 * kill -9 in the middle of a load, once the whole office in one process and once the process of dispatch: from its return (it
 * says that it is ready) until each request that was accepted has its work order, timeline and follow-up, and every event has
 * reached every reaction.
 */
exports.recovery = async function recovery({ repeats }, say) {
  const rounds = Math.max(fewestRepeats, repeats);
  const office = await wholeOffice(rounds, say);
  const dispatch = await oneService('dispatch', rounds, say);
  const figures = {
    afterReturnMs: summary([...office.after, ...dispatch.after]),
    office: { afterReturnMs: summary(office.after), returnMs: summary(office.back) },
    dispatch: { afterReturnMs: summary(dispatch.after), returnMs: summary(dispatch.back) },
  };
  for (const name of ['office', 'dispatch'])
    say(`${name}: back after ${shown(figures[name].returnMs, 0)} ms, all reactions ${shown(figures[name].afterReturnMs, 0)} ms later`);
  return figures;
};

/** It is killed when so many are accepted; those then under way break off, whatever became of them. */
async function wholeOffice(rounds, say) {
  let office = await startOffice();
  const [after, back] = [[], []];
  try {
    const { token, homes } = await office.signIn('resident');
    await warmUp(office, token, homes[0].id);
    for (let i = 0; i < rounds; i += 1) {
      const { url } = office;
      let gone;
      const accepted = await postReports({
        url,
        token,
        homeId: homes[0].id,
        perSecond,
        mayBreak: true,
        enough: (count) => {
          if (count >= requests) gone ??= office.kill9();
          return gone !== undefined;
        },
      });
      await gone;
      const killed = performance.now();
      office = await startOffice({ dataDir: office.dataDir });
      back.push(performance.now() - killed);
      after.push(await untilWhole(office, accepted));
      say(`office: ${accepted.size} requests; back after ${back.at(-1).toFixed(0)} ms, all reactions ${after.at(-1).toFixed(0)} ms later`);
    }
    await office.verify();
    return { after, back };
  } finally {
    await office.stop();
    office.remove();
  }
}

/** It is killed when half of the requests are accepted; the others are while it is away. */
async function oneService(service, rounds, say) {
  const office = await startOffice({ deployment: 'services' });
  const [after, back] = [[], []];
  try {
    const { token, homes } = await office.signIn('resident');
    await warmUp(office, token, homes[0].id);
    for (let i = 0; i < rounds; i += 1) {
      let killed;
      let returned;
      const accepted = await postReports({
        url: office.url,
        token,
        homeId: homes[0].id,
        perSecond,
        enough: (count) => {
          if (count >= requests / 2 && !returned) {
            killed = performance.now();
            returned = office.killAndAwait(service);
          }
          return count >= requests;
        },
      });
      const returnedAt = await returned;
      back.push(returnedAt - killed);
      await untilWhole(office, accepted);
      after.push(performance.now() - returnedAt);
      say(`${service}: ${accepted.size} requests; back after ${back.at(-1).toFixed(0)} ms, all reactions ${after.at(-1).toFixed(0)} ms later`);
    }
    await office.verify();
    return { after, back };
  } finally {
    await office.stop();
    office.remove();
  }
}

async function warmUp(office, token, homeId) {
  const accepted = await postReports({ url: office.url, token, homeId, perSecond, enough: (count) => count >= requests });
  await untilWhole(office, accepted);
}

/** @returns milliseconds from now until everything followed from those requests @throws when one of them lacks something then */
async function untilWhole(office, accepted) {
  const began = performance.now();
  const database = await office.database();
  const reactions = await office.reactions(database);
  await reactions.untilThrough();
  const ms = performance.now() - began;
  const { rows } = await database.query(effectsOf, [[...accepted.keys()]]);
  if (rows.length !== accepted.size) throw new Error(`${accepted.size} requests have ${rows.length} times all three effects`);
  await reactions.close();
  await database.end();
  return ms;
}
