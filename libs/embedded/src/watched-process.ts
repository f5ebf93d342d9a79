import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * The watcher holds the read end of our pipe: when this process goes, even by kill -9, `read` ends and the server is
 * told to stop. It prints the server's pid first; the server's own output goes to stderr.
 */
const WATCHER = `signal=$1; shift; exec 3<&0
"$@" </dev/null >&2 3<&- & server=$!
echo "$server"
{ read -r _ <&3; kill -s "$signal" "$server"; } >/dev/null 2>&1 & watch=$!
wait "$server"; code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

export interface WatchedCommand {
  command: string;
  args: string[];
  /** The server's folder; also how a leftover of it is recognised later (leftovers.ts). */
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** What asks this server for a quick, clean stop. */
  stopSignal: 'INT' | 'TERM';
  runAs?: { uid: number; gid: number };
  /** Each line the server writes to stdout or stderr. */
  onLine?: (line: string) => void;
}

/** A child process that cannot outlive this process. */
export class WatchedProcess {
  /** The exit code; 128 + n after signal n. Never rejects. */
  readonly exited: Promise<number>;
  private ended = false;

  private constructor(
    private readonly watcher: ChildProcess,
    readonly pid: number,
    exited: Promise<number>,
  ) {
    this.exited = exited;
    void exited.then(() => (this.ended = true));
  }

  /** Resolves once the command has been forked, which says nothing about whether it is ready. */
  static async start(order: WatchedCommand): Promise<WatchedProcess> {
    const watcher = spawn('/bin/sh', ['-c', WATCHER, 'sh', order.stopSignal, order.command, ...order.args], {
      cwd: order.cwd,
      env: order.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own session: Ctrl-C in a terminal reaches only us, and we stop the servers last.
      detached: true,
      ...order.runAs,
    });
    watcher.stdin.on('error', () => undefined); // The watcher may be gone before our end closes.
    createInterface({ input: watcher.stderr }).on('line', (line) => order.onLine?.(line));
    const exited = new Promise<number>((resolve) => watcher.once('close', (code) => resolve(code ?? 137)));
    const pid = await new Promise<number>((resolve, reject) => {
      watcher.once('error', reject);
      createInterface({ input: watcher.stdout }).once('line', (line) => resolve(Number(line)));
      void exited.then((code) =>
        reject(new Error(`/bin/sh ended with ${code} before it started ${order.command}`)),
      );
    });
    return new WatchedProcess(watcher, pid, exited);
  }

  get running(): boolean {
    return !this.ended;
  }

  /** Asks for a clean stop and waits for it; after `patienceMs` the process is killed. */
  async stop(patienceMs = 60_000): Promise<void> {
    this.watcher.stdin?.end();
    const timer = setTimeout(() => this.signal('SIGKILL'), patienceMs);
    await this.exited;
    clearTimeout(timer);
  }

  /** kill -9, as a crash would. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.running) process.kill(this.pid, signal);
  }
}
