import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames } from '@property-office/contracts';
import { lockFolder, NatsServer, PostgresServer, type FolderLock } from '@property-office/embedded';
import { appRole, databaseUrlFor } from '@property-office/persistence';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { Address } from '../rehearsals/address';
import { AdminConnection } from '../support/admin-connection';
import { programOf } from '../support/built';
import { portOfDoor } from '../support/door-port';
import { exchange } from '../support/http';
import { findingsOf, ops, type Finding, type OpsResult } from '../support/ops';
import { schemasOf, type Resting } from '../support/rest';
import { ServerProcess } from '../support/server-process';
import { Session, type SignedIn } from '../support/session';
import type { Version } from './earlier-version';

/** Of two processes of every service, two gateways, and whoever looks. */
const connections = 160;
const startPatienceMs = 180_000;
const password = 'demonstration only';
/** As the manifests of Kubernetes have it: who stops says so first, and goes on answering until nobody asks it any more. */
const stopPauseSeconds = 3;
const replicas = [1, 2];
const gateways = replicas.map((replica) => `gateway-${replica}`);
const servicesParts = serviceNames.flatMap((service) => replicas.map((replica) => `${service}-${replica}`));
const all = [...servicesParts, ...gateways];

/** Whether a version has that service: a new one is not there before, and not there any more on the way back. */
const has = ({ folder }: Version, service: string): boolean => existsSync(join(folder, 'apps', service));
const partsOf = (version: Version): string[] => all.filter((part) => has(version, part.split('-')[0]!));

/** Two processes of every service and two gateways behind one address, each of whichever version it is told to be of, on servers of their own. */
export class RollingOffice implements Resting {
  private readonly processes = new Map<string, ServerProcess>();
  private readonly sessions = new Map<string, Session>();
  private readonly admin = new AdminConnection(() => this.postgres.url);

  private constructor(
    private readonly folder: string,
    private readonly lock: FolderLock,
    private readonly postgres: PostgresServer,
    private readonly nats: NatsServer,
    private readonly ports: ReadonlyMap<string, number>,
    private readonly address: Address,
    private readonly url: string,
  ) {}

  /** With the demonstration of that version in it. */
  static async start(version: Version): Promise<RollingOffice> {
    const folder = throwawayFolder();
    const lock = await lockFolder(folder);
    const common = { password: 'testing', log: () => undefined };
    const postgres = new PostgresServer({ ...common, folder: join(folder, 'postgres'), leastConnections: connections });
    const nats = new NatsServer({ ...common, folder: join(folder, 'nats') });
    await Promise.all([postgres.start(), nats.start()]);
    const parts = [...all, 'first'];
    // Not those of outgoing connections: one of them might take a port while its process is away.
    const ports = new Set<number>();
    while (ports.size < parts.length) ports.add(await portOfDoor());
    const portOf = new Map([...ports].map((port, at) => [parts[at]!, port]));
    const address = new Address(portOf.get(gateways[0]!)!);
    const office = new RollingOffice(folder, lock, postgres, nats, portOf, address, `http://127.0.0.1:${await address.start()}`);
    try {
      await office.openForTheFirstTime(version);
      await Promise.all(partsOf(version).map((part) => office.begin(part, version)));
      return office;
    } catch (error) {
      await office.stop();
      throw error;
    }
  }

  get natsUrl(): string {
    return this.nats.url;
  }

  /** As superuser. */
  query = <R>(sql: string, params: unknown[] = []): Promise<R[]> => this.admin.query<R>(sql, params);

  /** One of the demonstration's people; signs in at the first call. */
  async as(login: string): Promise<Session> {
    const known = this.sessions.get(login) ?? (await this.signIn(login));
    this.sessions.set(login, known);
    return known;
  }

  /** What is done before a version's processes start, while those of the one before still run. */
  async prepare(version: Version): Promise<void> {
    for (const command of ['prepare-database', 'prepare-streams']) {
      const { code, out, errors } = await this.ops(version, command);
      if (code !== 0) throw new Error(`${command}: ${out}${errors}`);
    }
  }

  /** Process after process stops in order and starts again as that version: the services one by one, and the gateways after them. */
  async roll(version: Version, halfWay: () => Promise<void>): Promise<void> {
    for (const [at, part] of all.entries()) {
      if (at === Math.floor(all.length / 2)) await halfWay();
      await this.replace(part, version);
    }
  }

  /** As `kubectl apply -k` does it: a process of every service and a gateway at the same time, then the other of each. */
  async rollTogether(version: Version, halfWay: () => Promise<void>): Promise<void> {
    for (const replica of replicas) {
      if (replica !== replicas[0]) await halfWay();
      await Promise.all(all.filter((part) => part.endsWith(`-${replica}`)).map((part) => this.replace(part, version)));
    }
  }

  /** All of them at once, while nobody asks for anything. */
  async replaceAll(version: Version): Promise<void> {
    await Promise.all(all.map((part) => this.replace(part, version)));
  }

  /** How many events nobody could take, in all services. */
  async deadLetters(): Promise<number> {
    const each = (await schemasOf(this)).map((schema) => `(SELECT count(*) FROM ${schema}.dead_letter)`);
    return (await this.query<{ n: number }>(`SELECT (${each.join(' + ')})::int AS n`))[0]!.n;
  }

  async verify(version: Version): Promise<Finding[]> {
    return findingsOf(await this.ops(version, 'verify', '--json', '--settle', '60')).filter(({ broken }) => broken.length > 0);
  }

  async stop(): Promise<void> {
    await this.admin.close();
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
    await this.address.stop();
    await Promise.all([this.postgres.stop(), this.nats.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
    await this.lock.release();
  }

  private async openForTheFirstTime(version: Version): Promise<void> {
    const env = { ...this.environment('first', version), DATABASE_URL: this.postgres.url, DEMO: '1', DEMO_PASSWORD: password };
    const process = new ServerProcess(programOf('all-in-one', version.folder), env, [], version.folder);
    this.processes.set('first', process);
    await this.untilReady('first', process);
    await process.stop();
    this.processes.delete('first');
  }

  private async replace(part: string, version: Version): Promise<void> {
    const running = this.processes.get(part);
    if (gateways.includes(part)) await this.address.leadTo(this.ports.get(gateways.find((other) => other !== part)!)!);
    const code = (await running?.stop()) ?? 0;
    if (code !== 0) throw new Error(`${part} ended with ${code}\n${running!.lines.slice(-30).join('\n')}`);
    this.processes.delete(part);
    if (partsOf(version).includes(part)) await this.begin(part, version);
  }

  private async begin(part: string, version: Version): Promise<void> {
    const [app] = part.split('-');
    const process = new ServerProcess(programOf(app!, version.folder), { ...this.environment(part, version), ...this.ownDatabase(app!) }, [], version.folder);
    this.processes.set(part, process);
    await this.untilReady(part, process);
  }

  private environment(part: string, version: Version): Record<string, string> {
    const urlsOf = (service: string) => replicas.map((replica) => `http://127.0.0.1:${this.ports.get(`${service}-${replica}`)}`);
    const servicesOf = serviceNames.filter((service) => has(version, service)).map((service) => `${service}=${urlsOf(service).join(',')}`).join(';');
    return {
      DATA_DIR: join(this.folder, 'office'),
      HOST: '127.0.0.1',
      PORT: String(this.ports.get(part)),
      NATS_URL: this.nats.url,
      TEST_CLOCK: '1',
      LOG_LEVEL: 'warn',
      STOP_PAUSE_SECONDS: String(stopPauseSeconds),
      NODE_COMPILE_CACHE: join(version.folder, '.cache', 'compiled'),
      ...(part !== 'first' && { SERVICE_URLS: servicesOf }),
    };
  }

  private ownDatabase(app: string): Record<string, string> {
    if (app === 'gateway') return {};
    const secret = readFileSync(join(this.folder, 'office', 'secrets', 'database-roles'), 'utf8').trim();
    return { [`${app.toUpperCase()}_DATABASE_URL`]: databaseUrlFor(this.postgres.url, appRole(app), secret) };
  }

  private ops({ folder }: Version, ...args: string[]): Promise<OpsResult> {
    const env = { DATA_DIR: join(this.folder, 'office'), DATABASE_URL: this.postgres.url, NATS_URL: this.nats.url, TEST_CLOCK: '1' };
    return ops(args, env, folder);
  }

  private async signIn(login: string): Promise<Session> {
    const nobody = new Session(() => this.url, undefined, { id: '', name: '', roles: [], sites: [], homes: [], crews: [] });
    const { status, text, body } = await nobody.post<{ token: string; principal: SignedIn }>('/api/sessions', { login, password });
    if (status !== 201) throw new Error(`${login} cannot sign in: ${status} ${text}`);
    return new Session(() => this.url, body.token, body.principal);
  }

  private async untilReady(part: string, process: ServerProcess): Promise<void> {
    const isReady = async () => {
      if (!process.running) return true;
      const { status } = await exchange(`http://127.0.0.1:${this.ports.get(part)}`, { method: 'GET', path: '/health/ready', timeoutMs: 2_000 });
      return status === 200;
    };
    await waitFor(() => isReady().catch(() => false), { what: `${part} to be ready`, timeoutMs: startPatienceMs, intervalMs: 50 }).catch((error: Error) => {
      throw new Error(`${error.message}\n${process.lines.slice(-30).join('\n')}`, { cause: error });
    });
    if (!process.running) throw new Error(`${part} has ended\n${process.lines.slice(-30).join('\n')}`);
  }
}
