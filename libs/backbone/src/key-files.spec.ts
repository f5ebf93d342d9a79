import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKeyFile } from '@property-office/access';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { keysOf } from './serve';

const folder = mkdtempSync(join(tmpdir(), 'key-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keysFor = (env: Record<string, string>) => keysOf(readConfiguration({ DATA_DIR: folder, ...env }, platformVariables));

it('takes each key from the file that is named for it, and makes the others', () => {
  const file = join(folder, 'door.json');
  const made = newKeyFile('door');
  writeFileSync(file, JSON.stringify(made));
  const keys = keysFor({ PRINCIPAL_KEYS_FILE: file });
  expect(keys.principalSigning().kid).toBe(made.keys[0]!.kid);
  keys.fieldCipher();
  expect(readdirSync(join(folder, 'secrets'))).toEqual(['fields.json']);
});

it('never makes a file that is named', () => {
  const missing = join(folder, 'missing.json');
  const open: Array<[string, (env: Record<string, string>) => unknown]> = [
    ['PRINCIPAL_KEYS_FILE', (env) => keysFor(env).principalSigning()],
    ['PRINCIPAL_PUBLIC_KEYS_FILE', (env) => keysFor(env).principalVerifying()],
    ['SERVICE_KEYS_FILE', (env) => keysFor(env).serviceSigning('tickets')],
    ['SERVICE_PUBLIC_KEYS_FILE', (env) => keysFor(env).serviceVerifying(['tickets'])],
    ['FIELD_KEYS_FILE', (env) => keysFor(env).fieldCipher()],
    ['ATTACHMENT_KEYS_FILE', (env) => keysFor(env).attachmentLinks()],
    ['AUDIT_KEYS_FILE', (env) => keysFor(env).auditSigning()],
  ];
  for (const [name, opening] of open)
    expect(() => opening({ [name]: missing })).toThrow(`key file ${missing} does not exist`);
});
