import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { ensureBuilt, plainEnvironment, root } from './built';
import { portOfDoor } from './door-port';
import { commandOf, processesBelow } from './processes';

const patienceMs = 120_000;

/** A command of the README as somebody types it in the checkout; only where the office keeps its data and which port it takes is chosen. */
export class NpmStart {
  readonly folder = throwawayFolder();
  lines: string[] = [];
  private running: { child: ChildProcess; ended: Promise<unknown> } | undefined;

  private constructor(
    private readonly command: string,
    private readonly port: number,
  ) {}

  static async of(command: string): Promise<NpmStart> {
    await ensureBuilt();
    return new NpmStart(command, await portOfDoor());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get dataDir(): string {
    return join(this.folder, 'office');
  }

  /** Resolves when the office says that it is open. @throws with all it has said where it ends instead */
  async start(): Promise<void> {
    this.lines = [];
    const { DEMO: _, DEMO_PASSWORD: __, npm_lifecycle_event: ___, ...rest } = plainEnvironment();
    const env = { ...rest, DATA_DIR: this.dataDir, PORT: String(this.port), HOST: '127.0.0.1' };
    // A group of its own, as a terminal gives it one.
    const child = spawn('bash', ['-c', this.command], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on('line', (line) => this.lines.push(line));
    this.running = { child, ended: once(child, 'exit').then(([code, signal]) => code ?? signal) };
    await waitFor(() => this.said('the office is open on').length > 0 || child.exitCode !== null, { what: `${this.command} to open`, timeoutMs: patienceMs });
    if (child.exitCode === null) return;
    this.running = undefined;
    throw new Error(this.lines.join('\n'));
  }

  /** What it has said with a word in it. */
  said(word: string): string[] {
    return this.lines.filter((line) => line.includes(word));
  }

  /** Ctrl-C, which reaches everything in the group. @returns the exit code */
  async interrupt(): Promise<unknown> {
    if (!this.running) return undefined;
    process.kill(-this.running.child.pid!, 'SIGINT');
    const code = await this.running.ended;
    this.running = undefined;
    return code;
  }

  /** Removes the folder. @throws when something was left running */
  async end(): Promise<void> {
    await this.interrupt();
    const left = processesBelow(this.folder);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`left running: ${left.map(commandOf).join(', ')}`);
  }
}
