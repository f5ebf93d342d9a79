import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keys, newKeyFile, publicKeyFile, readOrMakeKeyFile } from './index';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('keys are made once, readable by their owner only, and found again', () => {
  const secretsDir = join(folder, 'secrets');
  const first = new Keys({ secretsDir });
  const { kid } = first.principalSigning();
  const value = first.fieldCipher().encrypt('f', 'x');
  const second = new Keys({ secretsDir });
  expect(second.principalSigning().kid).toBe(kid);
  expect([...second.principalVerifying().keys()]).toEqual([kid]);
  expect(second.fieldCipher().decrypt('f', value)).toBe('x');
  expect([...second.auditVerifying().keys()]).toEqual([first.auditSigning().kid]);
  expect(second.idsOfStored()).toEqual({ fields: [value.split('.')[0]], audit: [first.auditSigning().kid] });
  expect(readdirSync(secretsDir).sort()).toEqual(['audit.json', 'fields.json', 'principal.json']);
  expect(statSync(secretsDir).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(secretsDir))
    expect(statSync(join(secretsDir, name)).mode & 0o777).toBe(0o600);
});

test('what another process made in the meantime is kept', () => {
  const path = join(folder, 'late.json');
  const made = readOrMakeKeyFile(path, () => {
    writeFileSync(path, '{"by":"the other"}');
    return { by: 'us' };
  });
  expect(made).toEqual({ by: 'the other' });
  expect(readdirSync(folder)).toEqual(['late.json']);
});

test('a file given by configuration is never made', () => {
  const missing = join(folder, 'not-there.json');
  expect(() => new Keys({ fieldKeysFile: missing, secretsDir: folder }).fieldCipher()).toThrow(
    `${missing} does not exist`,
  );
  expect(() => new Keys({}).principalSigning()).toThrow(/principal.json/);
  expect(new Keys({ fieldKeysFile: missing, secretsDir: folder }).idsOfStored()).toEqual({ fields: [], audit: [] });
  expect(readdirSync(folder)).toEqual([]);
});

test('a service with the public file verifies but cannot sign', () => {
  const file = newKeyFile('door');
  const principalPublicKeysFile = join(folder, 'public.json');
  writeFileSync(principalPublicKeysFile, JSON.stringify(publicKeyFile(file)));
  expect(JSON.stringify(publicKeyFile(file))).not.toContain(file.keys[0]!.d);
  const keys = new Keys({ principalPublicKeysFile });
  expect([...keys.principalVerifying().keys()]).toEqual([file.keys[0]!.kid]);
  expect(() => new Keys({ principalKeysFile: principalPublicKeysFile }).principalSigning()).toThrow(
    /no private key/,
  );
});

test('a damaged key file is named', () => {
  const path = join(folder, 'fields.json');
  writeFileSync(path, '{');
  expect(() => new Keys({ secretsDir: folder }).fieldCipher()).toThrow(`${path} is not JSON`);
});
