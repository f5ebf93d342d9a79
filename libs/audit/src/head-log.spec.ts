import fs, { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKeyFile, signingKeyOf, verifyingKeysOf } from '@property-office/access';
import { isGenuine, HeadLog } from './head-log';

const file = newKeyFile('tickets');
const keys = verifyingKeysOf(file);
const head = (seq: number) => ({
  schema: 'tickets',
  seq,
  hash: 'ab'.repeat(32),
  at: '2026-11-23T10:00:00.000Z',
});
let folder: string;
let log: HeadLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
  log = new HeadLog(join(folder, 'audit-heads'), 'tickets');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('heads are appended, read back and known as ours', () => {
  log.append(head(1), signingKeyOf(file));
  log.append(head(7), signingKeyOf(file));
  const read = log.read();
  expect(read.map(({ seq }) => seq)).toEqual([1, 7]);
  expect(read.every((each) => isGenuine(each, 'tickets', keys))).toBe(true);
  expect(statSync(join(folder, 'audit-heads', 'tickets.log')).mode & 0o777).toBe(0o600);
});

test('a head that was changed, signed by somebody else or of another schema is not ours', () => {
  log.append(head(1), signingKeyOf(file));
  log.append(head(1), signingKeyOf(newKeyFile('tickets')));
  const [ours, others] = log.read();
  expect(isGenuine({ ...ours!, seq: 2 }, 'tickets', keys)).toBe(false);
  expect(isGenuine(others!, 'tickets', keys)).toBe(false);
  expect(isGenuine(ours!, 'directory', keys)).toBe(false);
});

test('a line cut off by a power failure is dropped, and the next head stands on a line of its own', () => {
  log.append(head(1), signingKeyOf(file));
  const path = join(folder, 'audit-heads', 'tickets.log');
  appendFileSync(path, '{"schema":"tick');
  expect(log.read().map(({ seq }) => seq)).toEqual([1]);
  log.append(head(2), signingKeyOf(file));
  expect(log.read().map(({ seq }) => seq)).toEqual([1, 2]);
  expect(log.last()?.seq).toBe(2);
});

test('what another process is writing at the moment is not taken away', () => {
  log.append(head(1), signingKeyOf(file));
  const path = join(folder, 'audit-heads', 'tickets.log');
  const [one] = readFileSync(path, 'utf8').split('\n');
  const others = one!.replace('"seq":1', '"seq":2');
  appendFileSync(path, others.slice(0, 40));
  const appending = jest.spyOn(fs, 'appendFileSync').mockImplementationOnce((to, text) => {
    appendFileSync(path, `${others.slice(40)}\n`);
    appendFileSync(to, text);
  });
  log.append(head(3), signingKeyOf(file));
  expect(appending).toHaveBeenCalled();
  appending.mockRestore();
  expect(log.read().map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('only the end of a long file is read to append, and to know the newest head', () => {
  log.append(head(1), signingKeyOf(file));
  const path = join(folder, 'audit-heads', 'tickets.log');
  const [line] = readFileSync(path, 'utf8').split('\n');
  appendFileSync(path, `${line}\n`.repeat(20_000));
  const reads = jest.spyOn(fs, 'readFileSync');
  log.append(head(2), signingKeyOf(file));
  expect(log.last()?.seq).toBe(2);
  expect(reads).not.toHaveBeenCalled();
  reads.mockRestore();
  expect(log.read()).toHaveLength(20_002);
});

test('the newest head is found before whatever was cut off', () => {
  log.append(head(1), signingKeyOf(file));
  appendFileSync(join(folder, 'audit-heads', 'tickets.log'), `${'\0'.repeat(20_000)}~torn\n${'x'.repeat(9_000)}`);
  expect(log.last()?.seq).toBe(1);
  expect(log.read().map(({ seq }) => seq)).toEqual([1]);
});

test('nothing written yet is no error', () => {
  expect(log.read()).toEqual([]);
  expect(log.last()).toBeUndefined();
});
