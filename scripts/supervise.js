'use strict';
// Keeps servers of ours running, each in a process of its own.
const readline = require('readline');
const { say, start } = require('./run');

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran this long has not failed at its start: its next pause is the first again. */
const STEADY_MS = 60_000;
const KILL_AFTER_MS = 25_000;

/**
 * Starts `file`, prints its lines with its name in front, and starts it again, later each time, when it ends by itself.
 * `stop()` resolves when it has ended for good.
 */
function supervise({ name, file, env }) {
  let running;
  let stopping = false;
  let pause = FIRST_PAUSE_MS;
  let timer;

  function launch() {
    const startedAt = Date.now();
    running = start(file, { env, output: 'pipe' });
    for (const input of [running.child.stdout, running.child.stderr])
      readline.createInterface({ input }).on('line', (line) => say(`${name} | ${line}`));
    running.ended.then((code) => {
      running = undefined;
      if (stopping) return;
      if (Date.now() - startedAt > STEADY_MS) pause = FIRST_PAUSE_MS;
      say(`${name} ended with ${code}: starting it again in ${pause} ms`);
      timer = setTimeout(launch, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    });
  }

  async function stop() {
    stopping = true;
    clearTimeout(timer);
    if (!running) return;
    const { child, ended } = running;
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(impatience);
  }

  launch();
  return { name, stop, kill: () => running && running.child.kill('SIGKILL') };
}

module.exports = { supervise };
