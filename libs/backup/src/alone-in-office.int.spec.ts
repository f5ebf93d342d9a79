import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { waitFor } from '@property-office/testing';
import { BackupToy } from './backup-toy.fixture';
import { aloneInOffice, BackupError, backupsIn, keepNewest, type StillAlone } from './index';

let toy: BackupToy;
beforeAll(async () => {
  toy = await BackupToy.open();
});
afterAll(() => toy?.close());
beforeEach(() => toy.beginTest());
afterEach(() => toy.endTest());

const holding = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = 7203002 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
const holders = async (): Promise<number[]> => (await toy.client.query<{ pid: number }>(holding)).rows.map(({ pid }) => pid);
const taken = () => waitFor(async () => (await holders()).length === 1, { what: 'the lock to be taken' });

/** One that works until it is told to end. */
function begun(what: string): { result: Promise<string>; end(): void; still: Promise<StillAlone> } {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const { promise: still, resolve: begins } = Promise.withResolvers<StillAlone>();
  const result = aloneInOffice({ adminUrl: toy.adminUrl, what }, async (stillAlone) => {
    begins(stillAlone);
    await ended;
    return what;
  });
  return { result, end, still };
}

it('one at a time works on the backups of an office: a second one is told who does and since when, and does nothing', async () => {
  const before = Date.now();
  const first = begun('backup');
  await taken();
  const worked = jest.fn();
  const error: Error = await aloneInOffice({ adminUrl: toy.adminUrl, what: 'backup verify' }, worked).then(
    () => new Error('it was let in'),
    (refused: Error) => refused,
  );
  expect(error).toBeInstanceOf(BackupError);
  const [, who, since] = /in use by (.+), since (\S+) \(connection \d+ of PostgreSQL\)/.exec(error.message)!;
  expect(who).toBe(`backup on ${hostname().slice(0, 27)}, process ${process.pid}`);
  // The clocks of two machines, by some seconds.
  expect(Math.abs(Date.parse(since!) - before)).toBeLessThan(30_000);
  expect(worked).not.toHaveBeenCalled();
  first.end();
  expect(await first.result).toBe('backup');
  expect(await aloneInOffice({ adminUrl: toy.adminUrl, what: 'backup verify' }, async () => 'let in')).toBe('let in');
  expect(await holders()).toEqual([]);
});

it('whoever waits is told once for whom, and begins when that has ended', async () => {
  const first = begun('backup');
  await taken();
  const waitedFor: string[] = [];
  const order: string[] = [];
  const second = aloneInOffice({ adminUrl: toy.adminUrl, what: 'backup', waits: true, onWaiting: (holder) => waitedFor.push(holder) }, async () => void order.push('second'));
  await waitFor(() => waitedFor.length > 0, { what: 'the second to wait' });
  // It looks again each second.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  order.push('first');
  first.end();
  await Promise.all([first.result, second]);
  expect(order).toEqual(['first', 'second']);
  expect(waitedFor).toEqual([expect.stringMatching(/^backup on .+, process \d+, since \d{4}-/)]);
});

it('one whose work fails leaves no lock behind', async () => {
  await expect(aloneInOffice({ adminUrl: toy.adminUrl, what: 'backup' }, async () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  await waitFor(async () => (await holders()).length === 0, { what: 'the lock to be free' });
});

it('one that loses the connection ends at once, frees the lock, and removes nothing that another may count on by then', async () => {
  const sha256 = toy.storeBytes('a photo');
  const [older, newer] = [await toy.make(), await toy.make()];
  const first = begun('backup');
  await taken();
  const failed = expect(first.result).rejects.toThrow(/the connection that kept others from the backups of this office was lost .*nothing more was removed/);
  const stillAlone = await first.still;
  await stillAlone();
  await toy.client.query('SELECT pg_terminate_backend($1)', [(await holders())[0]]);
  await failed;
  expect(await holders()).toEqual([]);
  await expect(keepNewest(toy.backups, 1, stillAlone)).rejects.toThrow(/was lost/);
  expect([backupsIn(toy.backups), existsSync(toy.savedBytes(sha256))]).toEqual([[older.id, newer.id], true]);
  // Nor is one finished that counts on what was there when it began.
  await expect(toy.make({}, undefined, stillAlone)).rejects.toThrow(/was lost/);
  expect(backupsIn(toy.backups)).toEqual([older.id, newer.id]);
  expect(await aloneInOffice({ adminUrl: toy.adminUrl, what: 'backup' }, async (still) => keepNewest(toy.backups, 1, still))).toEqual([older.id]);
});
