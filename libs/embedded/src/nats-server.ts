import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onFreePort, PortTakenError } from './free-port';
import { endLeftovers } from './leftovers';
import type { Log } from './log';
import { natsBinary } from './nats-binary';
import { natsConfiguration, type NatsCluster } from './nats-configuration';
import { writeWhole } from './secrets';
import { WatchedProcess } from './watched-process';

const PATIENCE_MS = 60_000;

export interface NatsOptions {
  /** Configuration, log and JetStream's store. Its parent must exist. */
  folder: string;
  password: string;
  log: Log;
  /** Default: NATS_SERVER_BIN, the bundled one, or one on the PATH. */
  binary?: string;
  /** Default: one, `office`. */
  accounts?: string[];
  /** Default: it stands alone. */
  cluster?: NatsCluster;
}

/** The bundled NATS with JetStream on a folder. Whoever starts it holds the lock of that folder (folder-lock.ts). */
export class NatsServer {
  private process: WatchedProcess | undefined;
  private port: number | undefined;
  private readonly accounts: string[];

  constructor(private readonly options: NatsOptions) {
    this.accounts = options.accounts ?? ['office'];
  }

  get running(): boolean {
    return this.process?.running ?? false;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Resolves with the exit code of the run that is under way, or was last. */
  get exited(): Promise<number> {
    if (!this.process) throw new Error('NATS has not been started');
    return this.process.exited;
  }

  /** nats://user:password@…, for the first account. The port stays the same over restarts while it is free. */
  get url(): string {
    return this.urlOf(this.accounts[0] ?? '');
  }

  urlOf(account: string): string {
    return `nats://${account}:${this.options.password}@127.0.0.1:${this.port}`;
  }

  /** Resolves when clients are accepted, which is after JetStream has recovered its streams. */
  async start(): Promise<void> {
    const { folder, log, binary: given } = this.options;
    const binary = await natsBinary(given ? { given } : {});
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await endLeftovers(folder, join(folder, 'nats.pid'), 'NATS', log);
    await onFreePort((port) => this.launch(binary, port), this.port);
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }

  /** Removes every stream and consumer, as a lost disk would. The server must be stopped. */
  wipeStore(): void {
    if (this.running) throw new Error('NATS is running on the store that is to be removed');
    rmSync(join(this.options.folder, 'store'), { recursive: true, force: true });
  }

  private async launch(binary: string, port: number): Promise<void> {
    const { folder, password, log, cluster } = this.options;
    const name = cluster?.server ?? `property-office-${randomUUID()}`;
    const configuration = join(folder, 'nats.conf');
    writeWhole(
      configuration,
      natsConfiguration({ port, name, folder, password, accounts: this.accounts, cluster }),
    );
    const logFile = join(folder, 'nats.log');
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    const child = await WatchedProcess.start({
      command: binary,
      args: ['--config', configuration],
      cwd: folder,
      stopSignal: 'INT',
      onLine: (line) => log(`NATS: ${line}`),
    });
    this.process = child;
    for (const until = Date.now() + PATIENCE_MS; child.running; await sleep(10)) {
      if (await greets(port, name)) {
        this.port = port;
        return;
      }
      if (Date.now() > until) await child.kill();
    }
    const said = existsSync(logFile) ? readFileSync(logFile).subarray(logStart).toString().slice(-2000) : '';
    if (said.includes('address already in use')) throw new PortTakenError(said);
    throw new Error(`NATS did not start:\n${said}`);
  }
}

/** Whether the server of that name answers on the port: each connection is greeted by INFO {"server_name":…}. */
function greets(port: number, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString().includes(name));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
