import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { serviceNames } from '@property-office/contracts';
import { platformVariables, readConfiguration, type PlatformConfiguration } from '@property-office/service-kit';
import { testNats, throwawayFolder } from '@property-office/testing';
import { prepareDatabaseCommand } from './prepare-database.command';
import { prepareSecretsCommand } from './prepare-secrets.command';
import { prepareStreamsCommand } from './prepare-streams.command';

const configured = (env: Record<string, string>): PlatformConfiguration => readConfiguration(env, platformVariables);

async function addStreamInMemory(url: string): Promise<void> {
  const { host, username, password } = new URL(url);
  const connection = await connect({ servers: host, user: username, pass: password });
  await (await jetstreamManager(connection)).streams.add({ name: 'EVENTS_TICKETS', subjects: ['events.tickets.>'], storage: StorageType.Memory });
  await connection.close();
}

describe('preparing a system for services that run apart', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line).trim()) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  it('makes every stream, changes nothing the second time, and says what cannot be changed', async () => {
    const nats = await testNats();
    await nats.wipe();
    const small = { NATS_URL: nats.url, NATS_STREAM_MAX_MIB: '16' };
    expect(await prepareStreamsCommand.prepare(configured(small), [])).toBe(0);
    expect(said).toEqual(expect.arrayContaining(['EVENTS_TICKETS created', 'CREWS created']));
    said.length = 0;
    expect(await prepareStreamsCommand.prepare(configured(small), [])).toBe(0);
    expect(said.filter((line) => !line.endsWith(' unchanged'))).toEqual([]);
    await nats.wipe();
    await addStreamInMemory(nats.url);
    said.length = 0;
    expect(await prepareStreamsCommand.prepare(configured(small), [])).toBe(1);
    expect(said).toEqual([expect.stringMatching(/^stream EVENTS_TICKETS cannot be changed .*: it has to be deleted and rebuilt$/)]);
    await nats.wipe();
  });

  it('makes no servers of its own', async () => {
    await expect(prepareStreamsCommand.prepare(configured({}), [])).rejects.toThrow('NATS_URL is not set');
    await expect(prepareDatabaseCommand.prepare(configured({}), [])).rejects.toThrow('DATABASE_URL is not set');
  });

  it('writes secrets once, and takes no password from a command line', async () => {
    const folder = throwawayFolder();
    const into = join(folder, 'secrets');
    const where = ['--database', 'postgres://office_admin@db:5432/office', '--nats', 'nats://nats:4222'];
    expect(await prepareSecretsCommand.prepare(configured({}), [into, ...where])).toBe(0);
    expect(said.slice(0, -1).map((line) => line.split(':')[0])).toEqual([
      'operations-secrets',
      'database-admin',
      'nats-users',
      'gateway-secrets',
      ...serviceNames.map((name) => `${name}-secrets`),
    ]);
    await expect(prepareSecretsCommand.prepare(configured({}), [into, ...where])).rejects.toThrow('is not empty: what it has stays, the addresses, too');
    const known = ['--database', 'postgres://office_admin:known@db/office', ...where.slice(2)];
    await expect(prepareSecretsCommand.prepare(configured({}), [join(folder, 'other'), ...known])).rejects.toThrow('no password');
    await expect(prepareSecretsCommand.prepare(configured({}), where)).rejects.toThrow('into which folder');
    await expect(prepareSecretsCommand.prepare(configured({}), [join(folder, 'other'), ...where.slice(0, 2)])).rejects.toThrow('where the broker answers');
    rmSync(folder, { recursive: true });
  });

  it('adds what a later version needs to what an earlier one made, and makes no key again that was lost', async () => {
    const folder = throwawayFolder();
    const prepare = (...args: string[]) => prepareSecretsCommand.prepare(configured({}), [folder, ...args]);
    await prepare('--database', 'postgres://office_admin@db:5432/office', '--nats', 'nats://nats:4222');
    const contents = () => Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile()).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    const whole = contents();
    said.length = 0;
    expect(await prepare()).toBe(0);
    expect([said, contents()]).toEqual([[`nothing is missing in ${folder}`], whole]);
    // As one made it that knew no archives, and in which tickets had no use for links.
    rmSync(join(folder, 'archives-secrets'), { recursive: true });
    for (const file of ['nats-users/ARCHIVES_PASSWORD', 'tickets-secrets/attachments.json']) rmSync(join(folder, file));
    expect(await prepare()).toBe(0);
    const added = contents();
    expect(Object.keys(added).sort()).toEqual(Object.keys(whole).sort());
    const changed = Object.keys(whole).filter((file) => added[file] !== whole[file]);
    const anew = ['archives-secrets/nats-url', 'archives-secrets/service.json', 'nats-users/ARCHIVES_PASSWORD', ...serviceNames.map((name) => `${name}-secrets/service-public.json`)];
    expect(changed.sort()).toEqual(anew.sort());
    const known = (file: string) => (JSON.parse(added[file]!) as { keys: Array<{ kid: string }> }).keys.map(({ kid }) => kid);
    expect(known('tickets-secrets/service-public.json')).toEqual(expect.arrayContaining(known('archives-secrets/service.json')));
    rmSync(join(folder, 'operations-secrets/fields.json'));
    await expect(prepare()).rejects.toThrow('has no operations-secrets/fields.json: take all that prepare-secrets made');
    rmSync(folder, { recursive: true });
  });
});
