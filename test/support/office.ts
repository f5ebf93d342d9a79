import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, readRunFile, type FolderLock } from '@property-office/embedded';
import { isRunning, throwawayFolder, waitFor } from '@property-office/testing';
import { AdminConnection } from './admin-connection';
import { ensureBuilt, programOf, root } from './built';
import { doings } from './doings';
import { exchange } from './http';
import { portOfDoor } from './door-port';
import { copyOpenedOffice } from './opened-office';
import { findingsOf, ops, type Finding, type OpsResult } from './ops';
import { childrenOf, commandOf, environmentOf, partsOf, pidIn, processesBelow, processOfService } from './processes';
import { comeToRest, type Resting } from './rest';
import { SeparateServers } from './separate-servers';
import { ServerProcess } from './server-process';
import { Session, type Language, type SignedIn } from './session';
import { TestClock } from './test-clock';

export type Deployment = 'all-in-one' | 'services';

/** `office`: the process that starts all others. `gateway` and services (`tickets-2`: a replica) have processes where each runs by itself. */
export type Part = 'office' | 'postgres' | 'nats' | 'gateway' | (string & {});

export interface OfficeOptions {
  deployment: Deployment;
  /** `separate`: servers that stay away for as long as a test wants. Default: the product's own, which it starts again. */
  servers?: 'embedded' | 'separate';
  env?: Record<string, string>;
  /** Processes of each service, in the deployment `services`. Default: one. */
  replicas?: number;
  /** Kept when the office stops, and gone on with when it is there already. Default: a throwaway folder. */
  folder?: string;
  /** On nothing. Default in a throwaway folder: on what an office left that stopped after its first start. */
  firstStart?: boolean;
  /** Where another version of the product stands, built. Default: this one. */
  checkout?: string;
  /** Told each line that its processes say, from the first to the last. */
  hears?: (line: string) => void;
}

/** What `/health/ready` answers. */
interface Health {
  checks: Record<string, 'up' | 'down'>;
}

const demoPassword = 'demonstration only';
/** Eleven processes on two cores, beside other tests. */
const startPatienceMs = 120_000;

async function openForTheFirstTime(folder: string): Promise<void> {
  const office = await Office.start({ deployment: 'all-in-one', folder });
  await office.comeToRest();
  await office.stop();
}

/** A whole office on a data folder of its own: the built product's real processes, which a test may kill. */
export class Office implements Resting {
  readonly clock = new TestClock(this);
  /** Of everybody in the demonstration. */
  readonly password = demoPassword;
  private readonly admin = new AdminConnection(() => this.databaseUrl);
  readonly dataDir: string;
  private readonly sessions = new Map<string, Session>();
  private readonly killed = new Map<Part, number>();
  private process: ServerProcess | undefined;

  private constructor(
    private readonly options: OfficeOptions,
    readonly folder: string,
    private readonly lock: FolderLock,
    private readonly servers: SeparateServers | undefined,
    private readonly port: number,
  ) {
    this.dataDir = join(folder, 'office');
  }

  /** Opens an office with the demonstration site; resolves when every part answers. */
  static async start(options: OfficeOptions): Promise<Office> {
    await ensureBuilt();
    const folder = options.folder ?? throwawayFolder();
    const lock = await lockFolder(folder);
    const servers = options.servers === 'separate' ? new SeparateServers(folder) : undefined;
    const office = new Office(options, folder, lock, servers, await portOfDoor());
    try {
      await servers?.start();
      if (!options.folder && !servers && !options.firstStart) await copyOpenedOffice(office.dataDir, openForTheFirstTime);
      await office.open();
      return office;
    } catch (error) {
      await office.stop().catch(() => undefined);
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where a service itself answers: on a port that was chosen for it, behind the gateway, where it has a process of its own. */
  urlOf(service: Part): string {
    return this.options.deployment === 'all-in-one' ? this.url : `http://127.0.0.1:${environmentOf(this.pid(service), 'PORT')}`;
  }

  get natsUrl(): string {
    return this.servers?.nats.url ?? readRunFile(this.dataDir)!.natsUrl;
  }

  /** What the processes have said, most recent last. */
  get log(): readonly string[] {
    return this.process?.lines ?? [];
  }

  /** Starts the office's own processes, perhaps with something else in their environment this time. */
  async open(env: Record<string, string> = {}): Promise<void> {
    this.begin(env);
    await this.untilReady();
  }

  /** Starts the office's own process, which is to die by itself. @returns how it ended @throws when it goes on */
  async openToDie(env: Record<string, string>): Promise<number | NodeJS.Signals> {
    const process = this.begin(env);
    let goesOn = false;
    const timer = setTimeout(() => {
      goesOn = true;
      void process.kill9();
    }, startPatienceMs);
    const ended = await process.ended;
    clearTimeout(timer);
    if (goesOn) throw new Error(`it never came to ${JSON.stringify(env)}`);
    return ended;
  }

  /** Whether every part answers now. */
  async isOpen(): Promise<boolean> {
    return this.isReady().catch(() => false);
  }

  /** SIGTERM to the office's own processes; separate servers go on. @returns the exit code */
  async close(): Promise<number | NodeJS.Signals> {
    const ended = await this.process?.stop();
    this.process = undefined;
    return ended ?? 0;
  }

  /** Ends everything and removes the folder. @throws when something was left behind */
  async stop(): Promise<void> {
    await this.admin.close();
    await this.close();
    await this.servers?.stop();
    const left = processesBelow(this.folder);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    if (this.options.folder === undefined) rmSync(this.folder, { recursive: true, force: true });
    await this.lock.release();
    if (left.length > 0) throw new Error(`left running: ${left.map(commandOf).join(', ')}`);
  }

  /** @throws when the part does not run */
  pid(part: Part): number {
    const pid = this.findPid(part);
    if (pid === undefined) throw new Error(`${part} does not run`);
    return pid;
  }

  /** kill -9; resolves when the process is gone. */
  async kill9(part: Part): Promise<void> {
    if (part === 'office') {
      const children = childrenOf(this.pid('office'));
      await this.process!.kill9();
      const followed = () => processesBelow(this.dataDir).length === 0 && !children.some(isRunning);
      await waitFor(followed, { what: 'what the office had started to follow it', timeoutMs: startPatienceMs });
      return;
    }
    const pid = this.pid(part);
    this.killed.set(part, pid);
    if (this.servers && part === 'postgres') return this.servers.postgres.kill();
    if (this.servers && part === 'nats') return this.servers.nats.kill();
    process.kill(pid, 'SIGKILL');
    await waitFor(() => !isRunning(pid), { what: `${part} to be gone` });
  }

  /** Starts what nobody else starts again; waits for what somebody does. Resolves when every part answers. */
  async restart(part: Part): Promise<void> {
    if (part === 'office') return this.open();
    if (this.servers && part === 'postgres') await this.servers.postgres.start();
    if (this.servers && part === 'nats') await this.servers.nats.start();
    await waitFor(() => this.pid(part) !== this.killed.get(part), {
      what: `${part} to be started again`,
      timeoutMs: startPatienceMs,
    });
    await this.untilReady();
  }

  /** Stops a separate server as its operator does. */
  async stopServer(part: 'postgres' | 'nats'): Promise<void> {
    await this.servers![part].stop();
  }

  /** As a lost disk would. Only of a separate server that is stopped. */
  wipeNats(): void {
    this.servers!.nats.wipeStore();
  }

  /** One of the demonstration's people; signs in at the first call. */
  async as(login: string, language: Language = 'zh'): Promise<Session> {
    const known = this.sessions.get(login) ?? (await this.signIn(login));
    this.sessions.set(login, known);
    return known.in(language);
  }

  async signIn(login: string, password = demoPassword): Promise<Session> {
    const answer = await this.nobody()
      .post<{ token: string; principal: SignedIn }>('/api/sessions', { login, password })
      .catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await this.doings()}`, { cause: error });
      });
    if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${answer.status} ${answer.text}`);
    return new Session(() => this.url, answer.body.token, answer.body.principal);
  }

  /** Somebody who is not signed in. */
  nobody(language: Language = 'zh'): Session {
    return new Session(() => this.url, undefined, { id: '', name: '', roles: [], sites: [], homes: [], crews: [] }, language);
  }

  /** What the database, the durables and the processes are about, for the message of a failure. */
  async doings(): Promise<string> {
    return [...(await doings(this)), ...this.log.slice(-30)].join('\n');
  }

  /** As superuser. */
  query = <R>(sql: string, params: unknown[] = []): Promise<R[]> => this.admin.query<R>(sql, params);

  comeToRest(timeoutMs?: number): Promise<void> {
    return comeToRest(this, timeoutMs);
  }

  ops(...args: string[]): Promise<OpsResult> {
    return ops(args, this.environment(), this.options.checkout);
  }

  /** What `ops verify` finds broken after the office had time to come to rest; empty when all is well. */
  async verify(settleSeconds = 20): Promise<Finding[]> {
    const findings = findingsOf(await this.ops('verify', '--json', '--settle', String(settleSeconds)));
    return findings.filter(({ broken }) => broken.length > 0);
  }

  private begin(env: Record<string, string>): ServerProcess {
    const script = this.options.deployment === 'all-in-one' ? programOf('all-in-one', this.options.checkout) : join('scripts', 'start-services.js');
    const args = this.options.replicas === undefined ? [] : ['--replicas', String(this.options.replicas)];
    return (this.process = new ServerProcess(script, { ...this.environment(), ...env }, args, this.options.checkout, this.options.hears));
  }

  get databaseUrl(): string {
    return this.servers?.postgres.url ?? readRunFile(this.dataDir)!.databaseUrl;
  }

  environment(): Record<string, string> {
    return {
      DATA_DIR: this.dataDir,
      BACKUP_DIR: join(this.folder, 'backups'),
      HOST: '127.0.0.1',
      PORT: String(this.port),
      TEST_CLOCK: '1',
      DEMO: '1', DEMO_PASSWORD: demoPassword,
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
      ...(this.servers && { DATABASE_URL: this.servers.postgres.url, NATS_URL: this.servers.nats.url }),
      ...this.options.env,
    };
  }

  private findPid(part: Part): number | undefined {
    if (part === 'office') return this.process?.running ? this.process.pid : undefined;
    if (part === 'postgres') return this.servers?.postgres.pid ?? pidIn(join(this.dataDir, 'postgres', 'postmaster.pid'));
    if (part === 'nats') return this.servers?.nats.pid ?? pidIn(join(this.dataDir, 'nats', 'nats.pid'));
    return processOfService(this.process!.pid, part);
  }

  private async untilReady(): Promise<void> {
    try {
      await waitFor(() => this.isReady(), { what: 'the office to open', timeoutMs: startPatienceMs, intervalMs: 25 });
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${this.log.slice(-30).join('\n')}`, { cause: error });
    }
  }

  private async isReady(): Promise<boolean> {
    if (!this.process?.running) throw new Error('its process has ended');
    if (readRunFile(this.dataDir)?.httpUrl === undefined) return false;
    const urls = new Set([this.url, ...partsOf(this.options.replicas).map((part) => this.urlOf(part))]);
    const ready = await Promise.all([...urls].map((url) => exchange<Health>(url, { method: 'GET', path: '/health/ready', timeoutMs: 2_000 })));
    return ready.every(({ status, body }) => status === 200 && this.isWhole(body));
  }

  /** A broker that a test has taken away is not waited for: nobody needs it to begin. */
  private isWhole({ checks }: Health): boolean {
    const withoutNats = this.servers && !this.servers.nats.running;
    return Object.entries(checks).every(([name, check]) => check === 'up' || (name === 'nats' && withoutNats));
  }
}
