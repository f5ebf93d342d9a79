import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { services } from '../../services';

const apps = resolve(__dirname, '../../../..');

/** Every column of encrypted values that a service's migrations make. */
function madeBy(service: string): string[] {
  const migrations = globSync('src/**/*.migration.ts', { cwd: join(apps, service) });
  return migrations.flatMap((file) => [...readFileSync(join(apps, service, file), 'utf8').matchAll(/\b(\w+_cipher)\s+text/g)].map((found) => found[1]!)).sort();
}

it.each(services.map(({ name, sealed = [] }) => [name, sealed] as const))('every encrypted column of %s is sealed anew when keys are rotated', (name, sealed) => {
  expect(sealed.map(({ column }) => column).sort()).toEqual(madeBy(name));
  expect(new Set(sealed.map(({ table, column }) => `${table}.${column}`)).size).toBe(sealed.length);
});
