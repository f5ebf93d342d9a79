'use strict';
// Child processes of the entry scripts. Runs on Node 14 and later.
const { spawn } = require('child_process');
const os = require('os');
const path = require('path');

const root = path.join(__dirname, '..');
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm passes Ctrl-C on to a script that the terminal has told already: what comes this soon is the same stop. */
const SAME_STOP_MS = 2000;
/**
 * Of every server of ours. New objects get 4 MB at a time instead of 16: an idle office takes 15 MB less after a quiet start and 100 MB less
 * after a busy one (docs/performance.md).
 */
const SERVER_FLAGS = ['--enable-source-maps', '--max-semi-space-size=4'];

const listeners = new Set();
let stopSignal;
let stopAskedAt = 0;

function askToStop(signal) {
  if (stopSignal && Date.now() - stopAskedAt < SAME_STOP_MS) return;
  const again = stopSignal !== undefined;
  if (!again) stopAskedAt = Date.now();
  stopSignal = stopSignal || signal;
  listeners.forEach((listener) => listener(again ? 'SIGKILL' : signal));
}

let listening = false;
function listen() {
  if (listening) return;
  listening = true;
  STOP_SIGNALS.forEach((signal) => process.on(signal, () => askToStop(signal)));
  // Below another entry script of ours: its end closes the channel.
  if (process.channel) {
    process.on('disconnect', () => askToStop('SIGTERM'));
    process.channel.unref();
  }
  // Below npm: its end, by kill -9 too, gives us another parent.
  if (process.env.npm_lifecycle_event && !process.channel) {
    const npm = process.ppid;
    setInterval(() => process.ppid !== npm && askToStop('SIGTERM'), 500).unref();
  }
}

/** Calls `listener` with the first signal that asks this process to stop, and with SIGKILL when asked once more. */
function onStop(listener) {
  listen();
  listeners.add(listener);
  if (stopSignal) listener(stopSignal);
  return () => listeners.delete(listener);
}

/**
 * Starts a server of ours, in a session of its own so that a Ctrl-C in the terminal reaches it once, through us. It gets
 * an IPC channel that closes when we end, by kill -9 too: stopWhenParentDies (libs/embedded) is its side of that.
 * `ended` resolves with its exit code, 128 + n after signal n.
 */
function start(file, options = {}) {
  const output = options.output || 'inherit';
  const args = [...SERVER_FLAGS, file, ...(options.args || [])];
  const child = spawn(options.node || process.execPath, args, {
    cwd: root,
    // Compiled code is kept over starts: a warm start is quicker by some hundred milliseconds.
    env: environment({ NODE_COMPILE_CACHE: path.join(root, '.cache', 'compiled'), ...options.env }),
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  return { child, ended: endOf(child) };
}

/** Runs a server of ours to its end and passes stops on. Resolves with its exit code. */
async function runServer(file, options) {
  listen(); // What is asked from the child's first moment on is passed on, too.
  const { child, ended } = start(file, options);
  return passingStops((signal) => child.kill(signal), ended);
}

/**
 * A tool knows nothing of us, so a shell waits on our pipe and ends it, and its own children, with us. The shell itself
 * outlives the signals that it gets with them, to tell us the tool's exit code; the one that waits on the pipe is deaf to
 * them from its first moment, so that a signal which comes at once can't end its waiting.
 */
const WATCHED = `trap '' INT TERM HUP; exec 3<&0
{ read -r _ <&3; kill -KILL 0; } & watch=$!
trap : INT TERM HUP
"$@" </dev/null 3<&- & tool=$!
wait "$tool"; code=$?
while [ "$code" -gt 128 ] && kill -0 "$tool" 2>/dev/null; do wait "$tool"; code=$?; done
kill -KILL "$watch"; exit "$code"`;

/** Runs a tool (npm, nx, Jest, …) to its end and passes stops on. Resolves with its exit code. */
function runTool(command, args, options = {}) {
  const output = options.output === undefined ? 'inherit' : options.output;
  listen(); // Before there is a tool: it may say something, and be stopped for it, before we go on here.
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', command, ...args], {
    cwd: options.cwd || root,
    env: environment(options.env),
    detached: true,
    stdio: ['pipe', output, output === 'ignore' ? 'inherit' : output], // Errors are always seen.
  });
  child.stdin.on('error', () => undefined); // It may end before our end of the pipe does.
  // Not SIGINT: what a shell starts in the background ignores it.
  const send = (signal) => process.kill(-child.pid, signal === 'SIGKILL' ? signal : 'SIGTERM');
  return passingStops(send, endOf(child));
}

function endOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code === null ? 128 + os.constants.signals[signal] : code));
  });
}

async function passingStops(send, ended) {
  const forget = onStop((signal) => {
    try {
      send(signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // Ended meanwhile.
    }
  });
  try {
    return await ended;
  } finally {
    forget();
  }
}

function isStopping() {
  return stopSignal !== undefined;
}

function environment(extra) {
  const bin = path.join(root, 'node_modules', '.bin');
  const inherited = { ...process.env, ...extra };
  return { ...inherited, PATH: `${bin}${path.delimiter}${inherited.PATH || ''}` };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs an entry script's main function; an unexpected error ends it with 1. */
function entry(main) {
  main().then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error.expected ? error.message : error.stack}\n`);
      process.exit(1);
    },
  );
}

/** An error whose message is all the person at the terminal needs. */
function refusal(message) {
  return Object.assign(new Error(message), { expected: true });
}

module.exports = { entry, isStopping, onStop, refusal, root, runServer, runTool, say, SERVER_FLAGS, start };
