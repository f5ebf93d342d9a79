import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keys } from '@property-office/access';
import { doorName, serviceNames } from '@property-office/contracts';
import { throwawayFolder } from '@property-office/testing';
import { brokerUsers, newOriginals, secretsOf } from '../../apps/all-in-one/src/ops/secrets';
import { SecretsFolder } from '../../apps/all-in-one/src/ops/secrets-folder';
import { chartValues } from './chart-values';
import { kubernetes, nameOf, podOf, rendered } from './manifests';

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

it('each folder becomes a Secret of its name, that of the administrator of the type the operator reads', () => {
  const [folder, bin] = [throwawayFolder(), throwawayFolder()];
  new SecretsFolder(folder).write(originals);
  // Instead of a cluster: says what it was asked, and hands on what it was given.
  writeFileSync(join(bin, 'kubectl'), '#!/bin/sh\necho "$*" >>"$0.asked"\n[ "$3" = create ] || cat >/dev/null\n', { mode: 0o755 });
  const { status, stderr } = spawnSync(join(kubernetes, 'apply-secrets.sh'), [folder], { encoding: 'utf8', env: { PATH: `${bin}:${process.env['PATH']}` } });
  expect([status, stderr]).toEqual([0, '']);
  const asked = readFileSync(join(bin, 'kubectl.asked'), 'utf8').split('\n');
  const create = (name: string, type: string) => `-n property-office create secret generic ${name} --type=${type} --from-file=${folder}/${name}/ --dry-run=client -o yaml`;
  expect(asked).toEqual(expect.arrayContaining(secrets.map(({ name }) => create(name, name === 'database-admin' ? 'kubernetes.io/basic-auth' : 'Opaque'))));
  expect(asked.filter((line) => line.startsWith('label')).filter((line) => line.includes('cnpg.io/reload=true'))).toHaveLength(1);
  expect(asked.filter((line) => line.includes('apply --server-side'))).toHaveLength(secrets.length);
  for (const each of [folder, bin]) rmSync(each, { recursive: true });
});
