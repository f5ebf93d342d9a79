import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';

/** What a process may take before it is ended. */
export interface ProcessLimits {
  heapMebibytes: number;
  /** Of memory, all in all. */
  mebibytes: number;
  /** Of processor time. */
  processorSeconds: number;
  /** From its start on. */
  seconds: number;
  /** Of what it writes: that is kept in the memory of whoever started it. */
  outputMebibytes: number;
}

export interface BoundedProgram {
  /** A file that imports none of ours by name, so that it runs as it stands, compiled or not. */
  program: string;
  args: readonly string[];
  /** What else of this machine's files it may read: files, or folders that end with `/`. */
  reads: readonly string[];
  /** What it reads from its standard input. */
  input?: Uint8Array;
  limits: ProcessLimits;
  /** Ends it, too. */
  signal?: AbortSignal;
}

export interface BoundedEnd {
  /** As it ended by itself; null: it was ended, or ran out of memory. */
  code: number | null;
  /** What it wrote. */
  output: Buffer;
  /** It was ended for its time, with processor time left: where it works at all, the machine had none for it. */
  starved: boolean;
}

/** Somebody ends this program and all it has started: that says nothing of what it opened. */
const politeSignals: ReadonlyArray<NodeJS.Signals | null> = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const everyMs = 50;
/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;
const mebibyte = 1024 * 1024;

/**
 * Opens what a stranger made in a process of its own, at the lowest priority, without our environment. Of files it reads what is named and
 * writes none, and it starts nothing else. One that takes more memory or processor time than it may, writes more, or does not end, is ended.
 * Not bounded is the network, which Node's permissions leave open, nor what code that has broken out of Node may do as our user.
 * @throws Error where it could not be started, or `signal`, or somebody else, ended it
 */
export async function runBounded({ program, args, reads, input, limits, signal }: BoundedProgram): Promise<BoundedEnd> {
  const rights = ['--permission', ...[program, ...reads].map((path) => `--allow-fs-read=${path}`), `--max-old-space-size=${limits.heapMebibytes}`];
  const child = spawn(process.execPath, [...rights, program, ...args], { stdio: ['pipe', 'pipe', 'ignore'], env: {}, signal, killSignal: 'SIGKILL' });
  // The first one is thrown below; another may follow, of ending what has ended.
  child.on('error', () => undefined);
  if (child.pid !== undefined) yieldTo(child.pid);
  const watch = setInterval(() => void endWhenGreedy(child, limits), everyMs);
  let starved = false;
  const late = setTimeout(() => {
    starved = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1_000);
  const output: Buffer[] = [];
  let room = limits.outputMebibytes * mebibyte;
  child.stdout.on('data', (chunk: Buffer) => {
    room -= chunk.length;
    if (room < 0) child.kill('SIGKILL');
    else output.push(chunk);
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined).end(input);
  try {
    const [code, endedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    signal?.throwIfAborted();
    if (politeSignals.includes(endedBy)) throw new Error(`ended by ${endedBy}`);
    // It may have written all of it before it could be ended.
    return { code: room < 0 ? null : code, output: Buffer.concat(output), starved };
  } finally {
    clearInterval(watch);
    clearTimeout(late);
  }
}

/** Others go first, and where memory is short it is this one that goes. */
function yieldTo(pid: number): void {
  void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}

async function endWhenGreedy(child: ChildProcess, { processorSeconds, mebibytes }: ProcessLimits): Promise<void> {
  const told = await Promise.all(['stat', 'status'].map((file) => readFile(`/proc/${child.pid}/${file}`, 'utf8'))).catch(() => undefined);
  if (told === undefined) return;
  const [stat, status] = told as [string, string];
  // proc(5): after the name, which is in parentheses, the state is field 3; utime and stime are 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  const seconds = (fields[11]! + fields[12]!) / ticksPerSecond;
  // In KiB, however large a page of this machine is; of one that has ended there is none.
  const resident = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  if (seconds > processorSeconds || resident > mebibytes * 1024) child.kill('SIGKILL');
}
