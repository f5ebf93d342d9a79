import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Keys } from '@property-office/access';
import { doorName, serviceNames } from '@property-office/contracts';
import { throwawayFolder } from '@property-office/testing';
import { brokerUsers, newOriginals, secretsOf } from '../../apps/all-in-one/src/ops/secrets';
import { SecretsFolder } from '../../apps/all-in-one/src/ops/secrets-folder';
import { chartValues } from './chart-values';
import { nameOf, podOf, rendered } from './manifests';

const originals = newOriginals({ databaseUrl: 'postgres://office_admin@office-database-rw:5432/office', natsUrl: 'nats://nats:4222' });
const secrets = secretsOf(originals);
const filesOf = (name: string) => secrets.find((each) => each.name === name)?.files;

it.each([...rendered()])('every secret file that %s names is one that ops prepare-secrets makes', (_, manifests) => {
  const missing = manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    const volume = pod?.spec.volumes?.find(({ name }) => name === 'secrets')?.secret?.secretName ?? '';
    return (pod?.spec.containers[0]?.env ?? [])
      .flatMap(({ value = '' }) => /^\/secrets\/(.+)$/.exec(value)?.[1] ?? [])
      .filter((file) => filesOf(volume)?.[file] === undefined)
      .map((file) => `${nameOf(manifest)}: ${volume}/${file}`);
  });
  expect(missing).toEqual([]);
});

it('every password that the broker asks for is made', () => {
  const { env } = chartValues('values.yaml', 'accounts.yaml').container;
  const asked = Object.keys(env).filter((name) => name.endsWith('_PASSWORD'));
  expect(asked.sort()).toEqual(Object.keys(filesOf('nats-users')!).sort());
  expect(asked).toHaveLength(brokerUsers.length);
});

it('signs each service in as itself, with what was made for it', () => {
  const roles = new Set(serviceNames.map((name) => new URL(filesOf(`${name}-secrets`)!['database-url']!).username));
  expect(roles).toEqual(new Set(serviceNames.map((name) => `${name}_app`)));
  const nats = new URL(filesOf('tickets-secrets')!['nats-url']!);
  expect([nats.username, nats.password]).toEqual(['tickets', filesOf('nats-users')!['TICKETS_PASSWORD']]);
  const admin = new URL(filesOf('operations-secrets')!['database-url']!);
  expect([admin.username, admin.password]).toEqual(Object.values(filesOf('database-admin')!));
});

it('keeps private keys apart, and lets everybody check what they sign', () => {
  const folder = throwawayFolder();
  new SecretsFolder(folder).write(originals);
  const keysOf = (name: string) => {
    const at = (file: string) => join(folder, `${name}-secrets`, file);
    return new Keys({ principalKeysFile: at('principal.json'), principalPublicKeysFile: at('principal-public.json'), serviceKeysFile: at('service.json'), servicePublicKeysFile: at('service-public.json') });
  };
  const known = keysOf('tickets').serviceVerifying([]);
  for (const name of [doorName, ...serviceNames]) expect(known.has(keysOf(name).serviceSigning(name).kid)).toBe(true);
  expect(keysOf('tickets').principalVerifying().has(keysOf(doorName).principalSigning().kid)).toBe(true);
  expect(() => keysOf('tickets').principalSigning()).toThrow('does not exist');
  for (const [, key] of Object.entries(JSON.parse(filesOf('tickets-secrets')!['service-public.json']!).keys as object[])) expect(Object.keys(key)).not.toContain('d');
  for (const { name } of secrets)
    for (const file of readdirSync(join(folder, name))) expect(statSync(join(folder, name, file)).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});
