import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '@property-office/testing';
import { plainEnvironment, programOf, root } from '../support/built';
import { Office } from '../support/office';

const password = 'demonstration only';
const register = join(root, 'apps', 'replay', 'src', 'fixtures', 'boston.csv');

let office: Office;
let folder: string;
beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
}, 120_000);
afterAll(async () => {
  await office?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 180_000);

interface Ended {
  code: number;
  out: string;
}

function replay(file = register): Promise<Ended> {
  const main = join(root, programOf('replay'));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, file, '--url', office.url],
      { env: { ...plainEnvironment(), DEMO_PASSWORD: password, INIT_CWD: folder } },
      (error, out, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out: out + errors }),
    );
  });
}

const stateFile = (): string => join(folder, 'boston.csv.replayed.jsonl');
const stepsTaken = (): number =>
  existsSync(stateFile()) ? readFileSync(stateFile(), 'utf8').split('\n').length : 0;

const statuses = async (): Promise<Record<string, number>> => {
  const rows = await office.query<{ state: string; n: number }>(
    `SELECT state, count(*)::int AS n FROM tickets.repair_request WHERE external_reference LIKE 'boston311:%' GROUP BY state`,
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

/** 3 rows stay open, one of which waits for the desk to send somebody; 3 were no work, 2 found nobody in, 7 are done. */
const asInTheRegister = { closed: 7, cancelled: 5, open: 3 };

async function openOrAssigned(): Promise<Record<string, number>> {
  const { assigned = 0, open = 0, ...rest } = await statuses();
  return { ...rest, open: open + assigned };
}

it('carries a register through although the office is killed in the middle', async () => {
  const running = replay();
  await waitFor(() => stepsTaken() > 5, { what: 'the first rows to be reported', timeoutMs: 60_000 });
  await office.kill9('office');
  await office.restart('office');
  expect(await running).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 refused, 0 failed') as string,
  });
  expect(await openOrAssigned()).toEqual(asInTheRegister);
}, 180_000);

it('doubles nothing when it is run again, with or without its memory, or from a file of another name', async () => {
  const again = await replay();
  expect(again).toMatchObject({
    code: 0,
    out: expect.stringContaining('15 of them were carried by an earlier run') as string,
  });
  rmSync(stateFile());
  expect(await replay()).toMatchObject({ code: 0 });
  const renamed = join(folder, 'renamed.csv');
  copyFileSync(register, renamed);
  expect(await replay(renamed)).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 refused, 0 failed') as string,
  });
  expect(await openOrAssigned()).toEqual(asInTheRegister);
  expect(await office.query(`SELECT 1 FROM directory.place WHERE code = 'BOS311'`)).toHaveLength(1);
}, 120_000);

it('leaves an office in which all invariants hold', async () => {
  expect(await office.verify()).toEqual([]);
}, 180_000);

it('says no more than that it could not sign in', async () => {
  const { code, out } = await new Promise<Ended>((resolve) => {
    const main = join(root, programOf('replay'));
    const env = { ...plainEnvironment(), DEMO_PASSWORD: 'something else', INIT_CWD: folder };
    execFile(process.execPath, [main, register, '--url', office.url], { env }, (error, output, errors) =>
      resolve({ code: Number(error?.code ?? 0), out: output + errors }),
    );
  });
  expect([code, out]).toEqual([1, expect.stringContaining('The office refuses: 401')]);
}, 180_000);
