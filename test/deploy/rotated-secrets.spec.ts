import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PrincipalTokenSigner, PrincipalTokenVerifier, ServiceTokenSigner, ServiceTokenVerifier, type Keys } from '@property-office/access';
import { attachmentKeyHolders, fieldKeyHolders, keysOf } from '@property-office/backbone';
import { doorName, serviceNames, type ServiceName } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { appRole, databaseUrlFor } from '@property-office/persistence';
import { platformVariables, readConfiguration, type PlatformConfiguration } from '@property-office/service-kit';
import { throwawayFolder } from '@property-office/testing';
import { rotateInFolder } from '../../apps/all-in-one/src/ops/keys/rotate-in-folder';
import { newOriginals, passwordVariableOf, secretsOf } from '../../apps/all-in-one/src/ops/secrets';
import { SecretsFolder } from '../../apps/all-in-one/src/ops/secrets-folder';
import { podOf, rendered } from './manifests';

/** How many files are written before the command is killed. */
let mockWritesLeft: number;
const mockWrite = (): void => {
  mockWritesLeft -= 1;
  if (mockWritesLeft < 0) throw new Error('killed');
};
jest.mock('@property-office/access', () => {
  const actual = jest.requireActual<typeof import('@property-office/access')>('@property-office/access');
  const replaceKeyFile: typeof actual.replaceKeyFile = (...file) => {
    mockWrite();
    actual.replaceKeyFile(...file);
  };
  return { ...actual, replaceKeyFile };
});
jest.mock('@property-office/embedded', () => {
  const actual = jest.requireActual<typeof import('@property-office/embedded')>('@property-office/embedded');
  const writeWhole: typeof actual.writeWhole = (...file) => {
    mockWrite();
    actual.writeWhole(...file);
  };
  return { ...actual, writeWhole };
});

const manifests = rendered().get('production')!;
const principal = { personId: newId(), sessionId: newId(), roles: [] } as unknown as Parameters<PrincipalTokenSigner['tokenFor']>[0];
const all = ['fields', 'principal', 'services', 'attachments', 'audit'];
let folder: string;

beforeEach(() => {
  mockWritesLeft = Infinity;
  folder = throwawayFolder();
  new SecretsFolder(folder).write(newOriginals({ databaseUrl: 'postgres://office_admin@office-database-rw:5432/office', natsUrl: 'nats://nats-0:4222,nats://nats-1:4222' }));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

function rotate(...args: string[]): { code: number; said: string } {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  return { code: rotateInFolder([...args, '--secrets', folder]), said: said.join('') };
}

/** What a process reads where its manifest says that its Secret is mounted. */
function configurationOf(name: string): PlatformConfiguration {
  const { containers, volumes } = podOf(manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name)!)!.spec;
  const mounted = join(folder, volumes!.find((volume) => volume.name === 'secrets')!.secret!.secretName);
  const files = containers[0]!.env!.filter(({ value = '' }) => value.startsWith('/secrets/'));
  return readConfiguration(Object.fromEntries(files.map((each) => [each.name, each.value!.replace('/secrets', mounted)])), platformVariables);
}

/** Every process with the keys that are in the folder now, as after a restart. */
function started() {
  const keys = new Map<string, Keys>([doorName, ...serviceNames].map((name) => [name, keysOf(configurationOf(name))]));
  const of = <T>(names: readonly ServiceName[], open: (keys: Keys, name: ServiceName) => T) => new Map(names.map((name) => [name, open(keys.get(name)!, name)]));
  return {
    principalSigner: new PrincipalTokenSigner(keys.get(doorName)!.principalSigning()),
    principalVerifiers: of(serviceNames, (each) => new PrincipalTokenVerifier(each.principalVerifying())),
    serviceSigners: [doorName, ...serviceNames].map((name) => new ServiceTokenSigner(name, keys.get(name)!.serviceSigning(name))),
    serviceVerifiers: of(serviceNames, (each) => new ServiceTokenVerifier(each.serviceVerifying([]))),
    ciphers: of(fieldKeyHolders, (each) => each.fieldCipher()),
    links: of(attachmentKeyHolders, (each) => each.attachmentLinks()),
    auditKids: of(serviceNames, (each) => ({ signs: each.auditSigning().kid, verifies: each.auditVerifying() })),
  };
}
type Started = ReturnType<typeof started>;

/** What the one has signed or sealed and the other does not take, by kinds. */
async function refused(one: Started, other: Started): Promise<string[]> {
  const token = await one.principalSigner.tokenFor(principal);
  const callers = await Promise.all(one.serviceSigners.map((signer) => signer.token()));
  const [sealer] = one.ciphers.values();
  const [sealed, index] = [sealer!.encrypt('f', 'x'), sealer!.blindIndex('f', 'x')];
  const linked = one.links.get('tickets')!.linkTo('a');
  const query = new URL(linked.url, 'http://door').searchParams;
  const pass = one.links.get('reception')!.visitors.issue();
  const fails = async (attempt: () => unknown): Promise<boolean> => Promise.resolve().then(attempt).then((good) => good === false, () => true);
  const attempts: Array<[string, () => unknown]> = [
    ...[...other.principalVerifiers.values()].map((verifier): [string, () => unknown] => ['principal', () => verifier.verify(token)]),
    ...[...other.serviceVerifiers.values()].flatMap((verifier) => callers.map((caller): [string, () => unknown] => ['services', () => verifier.verify(caller)])),
    ...[...other.ciphers.values()].map((cipher): [string, () => unknown] => ['fields', () => cipher.decrypt('f', sealed) === 'x' && cipher.blindIndexes('f', 'x').includes(index)]),
    ['attachments', () => other.links.get('files')!.judge('a', Number(query.get('until')), query.get('signature')!) === 'good' && other.links.get('files')!.visitors.visitorOf(pass.pass) !== undefined],
    ...[...other.auditKids.values()].map(({ verifies }): [string, () => unknown] => ['audit', () => verifies.has(one.auditKids.get('tickets')!.signs)]),
  ];
  const judged = await Promise.all(attempts.map(async ([kind, attempt]) => ((await fails(attempt)) ? [kind] : [])));
  return [...new Set(judged.flat())].sort();
}

const contents = (): Record<string, string> => Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile()).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

it('in each step processes that were restarted and those that were not take what the others sign and seal', async () => {
  const before = started();
  expect(await refused(before, before)).toEqual([]);
  rotate(...all);
  const knowing = started();
  expect([await refused(before, knowing), await refused(knowing, before)]).toEqual([[], []]);
  rotate(...all, '--use');
  const using = started();
  expect([await refused(knowing, using), await refused(using, knowing)]).toEqual([[], []]);
  // What was sealed and signed before is read; who does not know the new key yet could not: hence two steps.
  expect([await refused(before, using), await refused(using, before)]).toEqual([[], [...all].sort()]);
  rotate('fields', '--retire', '--sealed-under', using.ciphers.get('tickets')!.currentKeyId);
  rotate('principal', 'services', 'attachments', '--retire', '--now');
  const ended = started();
  expect([await refused(using, ended), await refused(ended, using)]).toEqual([[], []]);
  expect(await refused(before, ended)).toEqual(['attachments', 'fields', 'principal', 'services']);
});

it('a process that runs takes the new files by itself', async () => {
  const keys = keysOf(configurationOf('tickets'));
  const [cipher, known] = [keys.fieldCipher(), keys.serviceVerifying([])];
  const old = cipher.currentKeyId;
  rotate('fields', 'services');
  keys.refresh();
  expect([cipher.currentKeyId, known.size]).toEqual([old, 2 * (serviceNames.length + 1)]);
  rotate('fields', 'services', '--use');
  keys.refresh();
  expect(cipher.currentKeyId).not.toBe(old);
});

it.each([0, 1, 3, 8, 20, 40])('interrupted after %s files it is whole when it is run again', async (written) => {
  const before = started();
  for (const step of [[], ['--use']]) {
    mockWritesLeft = written;
    expect(() => rotate(...all, ...step)).toThrow('killed');
    mockWritesLeft = Infinity;
    expect(rotate(...all, ...step).code).toBe(0);
    const files = secretsOf(new SecretsFolder(folder).read()).flatMap(({ name, files: each }) => Object.entries(each).map(([file, text]) => [`${name}/${file}`, text]));
    expect(contents()).toEqual(Object.fromEntries(files));
  }
  const after = started();
  expect([await refused(before, after), await refused(after, before)]).toEqual([[], [...all].sort()]);
});

it('other passwords of the database: for each role, made from what the jobs get, and for the administrator', () => {
  const before = contents();
  expect(rotate('database').said).toContain('make the Secrets again');
  const after = contents();
  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(changed.sort()).toEqual(['database-admin/password', 'operations-secrets/database-roles', 'operations-secrets/database-url', ...serviceNames.map((name) => `${name}-secrets/database-url`)].sort());
  const admin = after['operations-secrets/database-url']!;
  expect([new URL(admin).username, new URL(admin).password]).toEqual(['office_admin', after['database-admin/password']]);
  for (const name of serviceNames) expect(configurationOf(name).database.urlOfService[name]).toBe(databaseUrlFor(admin, appRole(name), after['operations-secrets/database-roles']!));
});

it('other passwords of the broker: the same in its users and in the address of each', () => {
  const before = contents();
  rotate('nats');
  const after = contents();
  const users = [...serviceNames, 'operations'];
  expect(Object.keys(after).filter((file) => after[file] !== before[file]).sort()).toEqual(users.flatMap((user) => [`nats-users/${passwordVariableOf(user)}`, `${user}-secrets/nats-url`]).sort());
  for (const user of users) {
    const password = after[`nats-users/${passwordVariableOf(user)}`];
    expect(after[`${user}-secrets/nats-url`]).toBe(`nats://${user}:${password}@nats-0:4222,nats://${user}:${password}@nats-1:4222`);
  }
});

it('refuses what would lose or end something, and changes nothing then', () => {
  rotate(...all);
  rotate(...all, '--use');
  const before = contents();
  // It does not say the key: who has not sealed anew does not know it from here.
  expect(() => rotate('fields', '--retire')).toThrow(/^fields: what is sealed under older keys would be lost; run rotate-keys --reseal in the cluster, which ends with the --sealed-under to say here$/);
  expect(() => rotate('fields', '--retire', '--sealed-under', JSON.parse(before['operations-secrets/fields.json']!).keys[1].kid)).toThrow(/would be lost/);
  expect(() => rotate('principal', 'attachments', '--retire')).toThrow(/principal: what older keys have signed is good for \d minutes more/);
  expect(() => rotate('principal', 'audit', '--retire', '--now')).toThrow('older keys of audit stay');
  expect(() => rotate('fields', 'nonsense')).toThrow('there are no keys "nonsense": fields, principal, services, attachments, audit; database or nats by itself');
  expect(() => rotate('fields', 'nats')).toThrow('database or nats by itself');
  expect(() => rotate('nats', '--use')).toThrow('one password at a time');
  expect(() => rotate('fields', '--use', '--retire')).toThrow('--use comes first');
  expect(rotate('fields', '--use')).toEqual({ code: 1, said: expect.stringContaining('fields: no key waits to be used') });
  expect(contents()).toEqual(before);
  expect(rotate().said).toMatch(/^fields +\w{8} \(and \w{8}\)$/m);
  rmSync(join(folder, 'gateway-secrets/principal.json'));
  expect(() => rotate('principal')).toThrow('has no gateway-secrets/principal.json');
});
