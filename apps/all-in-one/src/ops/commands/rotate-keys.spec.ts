import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf } from '@property-office/backbone';
import { serviceNames } from '@property-office/contracts';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import type { System } from '../system';
import { rotateKeysCommand } from './rotate-keys.command';

/** How many key files are written before the command is killed. */
let mockWritesLeft: number;
jest.mock('@property-office/access', () => {
  const actual = jest.requireActual<typeof import('@property-office/access')>('@property-office/access');
  const replaceKeyFile: typeof actual.replaceKeyFile = (...file) => {
    mockWritesLeft -= 1;
    if (mockWritesLeft < 0) throw new Error('killed');
    actual.replaceKeyFile(...file);
  };
  return { ...actual, replaceKeyFile };
});

let dataDir: string;
/** How many encrypted values there are under older keys, as each column is asked. */
let outdated: number;
/** Telephone numbers that nobody can open. */
let damaged: Array<{ key: string; sealed: string }>;
let running: boolean;
/** Roles that are connected to the database, from wherever. */
let connected: string[];
/** How often the audit trail takes what is done. */
let recorded: number;
let auditAway: boolean;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rotate-'));
  [outdated, damaged, running, connected, recorded, auditAway, mockWritesLeft] = [0, [], false, [], 0, false, Infinity];
  const keys = keysOf(configuration());
  keys.principalSigning();
  keys.fieldCipher();
  keys.attachmentLinks();
  keys.auditSigning();
  for (const service of ['gateway', ...serviceNames]) keys.serviceSigning(service);
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
  jest.restoreAllMocks();
});

const configuration = () => readConfiguration({ DATA_DIR: dataDir, BACKUP_DIR: join(dataDir, 'none') }, platformVariables);

async function run(...args: string[]): Promise<string[]> {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line).trim()) > 0);
  const transaction = async (): Promise<void> => {
    if (auditAway) throw new Error('database away');
    recorded += 1;
  };
  const query = async (sql: string, [, after]: unknown[]) => {
    const phones = / FROM person\s/.test(sql) ? damaged : [];
    return sql.startsWith('SELECT count') ? [{ n: outdated + phones.length }] : after === null ? phones : [];
  };
  const schema = { query, transaction };
  const database = { query: async () => ({ rows: connected.map((role) => ({ role })) }) };
  const system = { configuration: configuration(), database, run: running ? {} : undefined, schemaOf: async () => schema } as unknown as System;
  await rotateKeysCommand.run(system, [...args, '--wait', '0']);
  return said;
}
const fieldIds = () => keysOf(configuration()).idsOfStored().fields;

it('a new key is the current one, the older stays; it is named in the list', async () => {
  const [old] = fieldIds();
  await run('fields', 'attachments');
  const [current, ...others] = fieldIds();
  expect([current === old, others]).toEqual([false, [old]]);
  const said = await run();
  expect(said).toContain(`fields       ${current} (and ${old})`);
  expect(said.at(-1)).toBe('every encrypted value is under the current key of fields');
});

it('interrupted before its key was used it goes on with that one', async () => {
  const [old] = fieldIds();
  mockWritesLeft = 1;
  await expect(run('fields')).rejects.toThrow('killed');
  mockWritesLeft = Infinity;
  const [still, waiting] = fieldIds();
  expect(still).toBe(old);
  expect((await run('fields')).join()).toContain('a key was made before and not used yet');
  expect(fieldIds()).toEqual([waiting, old]);
});

const everyKind = ['fields', 'principal', 'services', 'attachments', 'audit'];
/** Each two times: known, then used. */
const files = 2 * (4 + 1 + serviceNames.length);
const someOf = Array.from({ length: files }, (_, written) => written).filter((written) => written % 4 === 0 || written === files - 1);

it.each(someOf)('interrupted after %s files it is whole when it is run again, and accepts what was signed before', async (written) => {
  const known = () => Object.fromEntries(readdirSync(join(dataDir, 'secrets')).map((name) => [name, JSON.parse(readFileSync(join(dataDir, 'secrets', name), 'utf8')) as { keys: Array<{ kid: string }>; next?: string }]));
  const before = known();
  mockWritesLeft = written;
  await expect(run(...everyKind)).rejects.toThrow('killed');
  mockWritesLeft = Infinity;
  await run(...everyKind);
  for (const [name, { keys, next }] of Object.entries(known())) {
    const [old] = before[name]!.keys;
    expect([next, keys[0]!.kid === old!.kid, keys.some(({ kid }) => kid === old!.kid)]).toEqual([undefined, false, true]);
  }
});

it('no key is used or ended that is not written down', async () => {
  const [old] = fieldIds();
  auditAway = true;
  await expect(run('fields')).rejects.toThrow('database away');
  expect([fieldIds()[0], recorded]).toEqual([old, 0]);
  auditAway = false;
  await run('fields');
  expect([fieldIds()[1], recorded]).toEqual([old, 1]);
  auditAway = true;
  await expect(run('fields', '--retire')).rejects.toThrow('database away');
  expect(fieldIds()).toHaveLength(2);
});

it('interrupted while values are sealed anew it makes no other key, and says what is left', async () => {
  await run('fields');
  const ids = fieldIds();
  outdated = 3;
  const said = (await run('fields')).join('\n');
  expect(said).toContain('values are still under older keys of fields: these first');
  expect(said).toContain('does a process run with key files of its own?');
  expect(fieldIds()).toEqual(ids);
});

it('seals anew where the keys are copies: it makes none, writes down under which, and says which may be kept alone', async () => {
  const ids = fieldIds();
  mockWritesLeft = 0;
  expect(await run('--reseal')).toContain(`older keys may end where the originals are: rotate-keys fields --retire --sealed-under ${ids[0]}`);
  expect([fieldIds(), recorded]).toEqual([ids, 0]);
  outdated = 2;
  expect((await run('--reseal')).join('\n')).not.toContain('--sealed-under');
  expect([fieldIds(), recorded]).toEqual([ids, 1]);
  for (const besides of ['fields', '--retire']) await expect(run(besides, '--reseal')).rejects.toThrow('names no kind of key and ends none');
});

it('an older key ends only where nothing is lost by it', async () => {
  const sealed = keysOf(configuration()).fieldCipher().encrypt('f', 'x');
  await run('fields', 'attachments', 'audit');
  outdated = 1;
  await expect(run('fields', '--retire')).rejects.toThrow(/would be lost/);
  expect(keysOf(configuration()).fieldCipher().decrypt('f', sealed)).toBe('x');
  outdated = 0;
  expect((await run('fields', '--retire')).join('\n')).toMatch(/no longer accepted: [0-9a-f]{8}\nlinks printed on receipts/);
  expect(() => keysOf(configuration()).fieldCipher().decrypt('f', sealed)).toThrow(expect.objectContaining({ code: 'field-key-missing' }));
  await expect(run('attachments', '--retire')).rejects.toThrow(/good for 6\d minutes more/);
  expect((await run('attachments', '--retire', '--now')).join()).toContain('no longer accepted');
  await expect(run('audit', '--retire')).rejects.toThrow(/could not be verified/);
  // Nothing has to be waited for where nothing ends.
  expect(await run('attachments', '--retire')).toEqual(['attachments: there is no older key']);
});

it('a value that nobody can open is named, and keeps no new key from being used; no older one ends before it is put right', async () => {
  const [old] = fieldIds();
  damaged = [{ key: 'this-row', sealed: `${old}.AAAA` }];
  const named = 'DAMAGED: directory.person.phone_cipher of 1 rows does not open under the key it names, and stays as it is: this-row';
  expect(await run('fields')).toEqual(expect.arrayContaining([named, 'every encrypted value that opens is under the new key']));
  await run('fields');
  expect(fieldIds()).toHaveLength(3);
  expect(await run()).toContain(named);
  expect((await run('--reseal')).join('\n')).not.toContain('--sealed-under');
  // A process would not start: it asks at its start whether the keys of what is sealed are here.
  await expect(run('fields', '--retire')).rejects.toThrow(`${named}\nno process starts where a value names a key that is gone`);
  expect(fieldIds()).toHaveLength(3);
  damaged = [];
  expect((await run('fields', '--retire')).join()).toContain('no longer accepted: ');
  expect(fieldIds()).toHaveLength(1);
});

it('refuses what it does not know, what it may not do, and keys that are not here', async () => {
  await expect(run('nonsense')).rejects.toThrow('there are no keys "nonsense"');
  await expect(run('fields', 'database')).rejects.toThrow('database by itself');
  const readOnly = jest.spyOn(fs, 'accessSync').mockImplementation((path) => {
    throw Object.assign(new Error(`read-only ${String(path)}`), { code: 'EROFS' });
  });
  const ids = fieldIds();
  await expect(run('fields', 'audit')).rejects.toThrow('secrets cannot be written (EROFS): rotate where the originals of the keys are');
  await expect(run('database')).rejects.toThrow('secrets cannot be written (EROFS)');
  readOnly.mockRestore();
  expect(fieldIds()).toEqual(ids);
  connected = ['tickets_app'];
  await expect(run('database')).rejects.toThrow('the office runs elsewhere (tickets): stop it');
  running = true;
  await expect(run('database')).rejects.toThrow('the office runs: stop it');
  rmSync(join(dataDir, 'secrets', 'fields.json'));
  await expect(run('fields')).rejects.toThrow('is not here');
});
