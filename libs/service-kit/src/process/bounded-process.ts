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
}

/** Somebody ends this program and all it has started: that says nothing of what it opened. */
const politeSignals: ReadonlyArray<NodeJS.Signals | null> = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const everyMs = 50;
/** Linux counts processor time in hundredths of a second and memory in pages. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/**
 * Opens what a stranger made in a process of its own, which may read what is named and do nothing else, at the lowest priority. One that
 * takes more memory or processor time than it may, or does not end, is ended: whatever a file makes it do is over with it.
 * @throws Error where it could not be started, or `signal`, or somebody else, ended it
 */
export async function runBounded({ program, args, reads, input, limits, signal }: BoundedProgram): Promise<BoundedEnd> {
  const rights = ['--permission', ...[program, ...reads].map((path) => `--allow-fs-read=${path}`), `--max-old-space-size=${limits.heapMebibytes}`];
  const child = spawn(process.execPath, [...rights, program, ...args], { stdio: ['pipe', 'pipe', 'ignore'], env: {}, signal, killSignal: 'SIGKILL' });
  // The first one is thrown below; another may follow, of ending what has ended.
  child.on('error', () => undefined);
  if (child.pid !== undefined) yieldTo(child.pid);
  const watch = setInterval(() => void endWhenGreedy(child, limits), everyMs);
  const late = setTimeout(() => child.kill('SIGKILL'), limits.seconds * 1_000);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined).end(input);
  try {
    const [code, endedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    signal?.throwIfAborted();
    if (politeSignals.includes(endedBy)) throw new Error(`ended by ${endedBy}`);
    return { code, output: Buffer.concat(output) };
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
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return;
  // proc(5): after the name, which is in parentheses, the state is field 3; utime and stime are 14 and 15, rss 24.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  const seconds = (fields[11]! + fields[12]!) / ticksPerSecond;
  if (seconds > processorSeconds || fields[21]! * pageBytes > mebibytes * 1024 * 1024) child.kill('SIGKILL');
}
