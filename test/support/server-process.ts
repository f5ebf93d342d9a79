import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { plainEnvironment, root } from './built';

const keptLines = 2_000;
const patienceMs = 40_000;

/** A process of the product. It stops when this one goes, however it goes: its IPC channel closes then. */
export class ServerProcess {
  readonly lines: string[] = [];
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private readonly child: ChildProcess;

  /**
   * @param checkout of the product's version that it is of
   * @param hears each line that it says, of which few are kept
   */
  constructor(
    file: string,
    env: Record<string, string>,
    args: readonly string[] = [],
    checkout = root,
    private readonly hears: (line: string) => void = () => undefined,
  ) {
    this.child = spawn(process.execPath, ['--enable-source-maps', join(checkout, file), ...args], {
      cwd: checkout,
      env: { ...plainEnvironment(), ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const input of [this.child.stdout!, this.child.stderr!])
      createInterface({ input }).on('line', (line) => this.keep(line));
    this.ended = once(this.child, 'exit').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
    );
  }

  get pid(): number {
    return this.child.pid!;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill9(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** SIGTERM. @returns its exit code; one that does not stop in time is killed */
  async stop(): Promise<number | NodeJS.Signals> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), patienceMs);
    const result = await this.ended;
    clearTimeout(timer);
    return result;
  }

  private keep(line: string): void {
    this.hears(line);
    this.lines.push(line);
    if (this.lines.length > keptLines) this.lines.shift();
  }
}
