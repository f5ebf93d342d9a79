import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayFolder } from '@property-office/testing';
import { runBounded, type BoundedProgram } from './bounded-process';

const folder = throwawayFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const limits = { heapMebibytes: 64, mebibytes: 160, processorSeconds: 10, seconds: 30, outputMebibytes: 4 };
let written = 0;
function run(code: string, more: Partial<BoundedProgram> = {}) {
  const program = join(folder, `program-${(written += 1)}.mjs`);
  writeFileSync(program, code);
  return runBounded({ program, args: [], reads: [], limits, ...more });
}

it('reads what it is given, and says how it ended', async () => {
  const input = Buffer.alloc(3 * 1024 * 1024, 'x');
  const { code, output } = await run('process.stdin.pipe(process.stdout).on("finish", () => {}); process.exitCode = 3', { input });
  expect([code, output.equals(input)]).toEqual([3, true]);
  expect(await run('process.stdout.write(process.argv[2], () => process.exit(0))', { args: ['a'], input })).toEqual({ code: 0, output: Buffer.from('a'), starved: false });
});

it('reads what it was told of, and no other file of the machine', async () => {
  const [told, other] = ['told', 'other'].map((name) => join(folder, name)) as [string, string];
  for (const each of [told, other]) writeFileSync(each, '');
  const code = (path: string) => `import { readFileSync } from 'node:fs'; readFileSync('${path}')`;
  expect((await run(code(told), { reads: [told] })).code).toBe(0);
  expect((await run(code(other), { reads: [told] })).code).toBe(1);
});

it.each([
  ['writes a file', `import { writeFileSync } from 'node:fs'; writeFileSync('${join(folder, 'a')}', '')`],
  ['starts another', `import { spawnSync } from 'node:child_process'; spawnSync('true')`],
  ['starts a thread', `import { Worker } from 'node:worker_threads'; new Worker('', { eval: true })`],
])('never %s', async (_, code) => expect((await run(code)).code).toBe(1));

it.each([
  ['memory outside the heap', 'const all = []; setInterval(() => all.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1)', {}],
  ['heap', 'const all = []; for (;;) all.push({})', {}],
  ['processor time', 'for (;;);', { processorSeconds: 0.3 }],
  ['time', 'setInterval(() => {}, 1000)', { seconds: 0.3 }],
  ['room for what it writes', 'process.stdout.write(Buffer.alloc(1024 * 1024 + 1), () => process.exit(0))', { outputMebibytes: 1 }],
])('is ended where it takes too much %s', async (what, code, less) => {
  expect(await run(code, { limits: { ...limits, ...less } })).toMatchObject({ code: null, starved: what === 'time' });
});

it('tells what ended it where that was none of its doing', async () => {
  await expect(run('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).rejects.toThrow('ended by SIGTERM');
});

it('is ended by whoever asked, and says where it could not begin', async () => {
  await expect(run('setInterval(() => {}, 1000)', { signal: AbortSignal.timeout(200) })).rejects.toThrow('aborted');
  await expect(run('', { args: ['x'.repeat(200_000)] })).rejects.toThrow('E2BIG');
});
