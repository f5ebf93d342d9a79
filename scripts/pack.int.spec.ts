import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serviceNames } from '@property-office/contracts';
import { throwawayFolder } from '@property-office/testing';
import { ensureBuilt, plainEnvironment, programOf, root } from '../test/support/built';
import { UNPACKED } from './pack';

const packed = join(root, 'dist', 'packed', 'packages.js');

beforeAll(ensureBuilt, 240_000);

/** For a script: the loader of a checkout's packed files. */
const loaderIn = (folder: string) => `require(${JSON.stringify(join(folder, 'dist', 'packed', 'load.js'))})`;

/** Runs a program to its end. */
const run = (file: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, file), ...args], { env: plainEnvironment(), maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  );

it('each service, the gateway, the whole office and the commands have a program', () => {
  const programs = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
  expect(programs.sort()).toEqual([...serviceNames, 'all-in-one', 'gateway', 'ops', 'replay'].map((name) => `${name}.js`).sort());
});

it('a program starts packed as it does unpacked', async () => {
  const unpacked = await run('apps/all-in-one/dist/ops/main.js');
  expect(unpacked).toMatchObject({ code: 2, said: expect.stringContaining('usage: npm run ops') });
  expect(await run(programOf('ops'))).toEqual(unpacked);
});

it('what fails in a packed module names the line of its source', async () => {
  const twice = `const { TimerLoop } = ${loaderIn(root)}.load('libs')['@property-office/timers'](); const loop = new TimerLoop(); loop.on('a'); loop.on('a');`;
  const failed = await promisify(execFile)(process.execPath, ['-e', twice], { env: plainEnvironment() }).catch((error: { stderr: string }) => error);
  const source = readFileSync(join(root, 'libs', 'timers', 'src', 'timer-loop.ts'), 'utf8').split('\n');
  const line = source.findIndex((text) => text.includes('throw new Error(`two actions')) + 1;
  expect(line).toBeGreaterThan(1);
  expect(failed.stderr).toContain(`libs/timers/src/timer-loop.ts:${line}`);
});

it('a stack trace is there also where its map cannot be read, and begins as V8 and Node would have it', async () => {
  const folder = throwawayFolder();
  cpSync(join(root, 'dist', 'packed'), join(folder, 'dist', 'packed'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'packed', 'libs.js.map'), '{ cut off');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const told = `const { TimerLoop } = ${loaderIn(folder)}.load('libs')['@property-office/timers'](); const loop = new TimerLoop(); loop.on('a');
    class Own extends Error { toString() { return 'nothing'; } }
    const first = (work) => { try { work(); } catch (error) { return error.stack.split('\\n').slice(0, 2).map((line) => line.replace(/:\\d+:\\d+/, '')); } };
    console.log(JSON.stringify([first(() => loop.on('a')), first(() => { throw new Own('said'); })[0], first(() => require('fs').readFileSync(-1))[0], first(() => { throw Object.assign(Object.create(null), { stack: 'none' }); })[0]]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', told], { env: plainEnvironment() });
  const [[head, line], ...heads] = JSON.parse(stdout) as [[string, string], ...string[]];
  expect(head).toBe('Error: two actions for timers of kind "a"');
  expect(line).toContain(join(folder, 'dist', 'packed', 'libs.js'));
  expect(heads).toEqual(['Error: said', expect.stringMatching(/^RangeError: The value of "fd"/), 'none']);
  rmSync(folder, { recursive: true });
});

/** Whether a start takes what was compiled when libs were packed. */
async function isCompiled(folder: string): Promise<boolean> {
  const watched = `const vm = require('vm'), { Script } = vm; vm.Script = class extends Script {
    constructor(text, options) { super(text, options); if (options.filename.endsWith('libs.js')) console.log(Boolean(options.cachedData) && !this.cachedDataRejected); } };
    ${loaderIn(folder)}.load('libs');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-semi-space-size=4', '-e', watched], { env: plainEnvironment() });
  return stdout === 'true\n';
}

it('a start takes what was compiled of the very text that it runs, and of no other', async () => {
  expect(await isCompiled(root)).toBe(true);
  const folder = throwawayFolder();
  cpSync(join(root, 'dist', 'packed'), join(folder, 'dist', 'packed'), { recursive: true });
  expect(await isCompiled(folder)).toBe(true);
  const file = join(folder, 'dist', 'packed', 'libs.js');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('must be', 'MUST BE')); // As long as before.
  expect(readFileSync(file, 'utf8')).not.toBe(text);
  expect(await isCompiled(folder)).toBe(false);
  writeFileSync(join(folder, 'dist', 'packed', 'libs.compiled'), 'cut off');
  expect(await isCompiled(folder)).toBe(false);
  rmSync(folder, { recursive: true });
});

it('no packed file has a letter beyond ASCII, which would double the memory it takes', () => {
  const folder = join(root, 'dist', 'packed');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => readFileSync(join(folder, name)).some((byte) => byte > 127))).toEqual([]);
});

/** What Node itself finds, asked with that expression. */
async function ofNode<T>(expression: string): Promise<T> {
  const script = `const packages = require(${JSON.stringify(packed)}); console.log(JSON.stringify(${expression}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: root, env: plainEnvironment(), maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as T;
}

it('each packed package has all that Node finds in it, under its own names', async () => {
  const contents = `(found) => Object.entries(found).filter(([key]) => key !== '__esModule').map(([key, value]) => [key, typeof value === 'function' ? value.name : '']).sort()`;
  const each = await ofNode<[string, string[][], string[][]][]>(
    `Object.keys(packages).map((name) => [name, ...[packages[name](), require(name)].map(${contents})])`,
  );
  expect(each.map(([name]) => name)).toEqual(expect.arrayContaining(['@nestjs/core', 'class-validator', 'pg', 'rxjs', 'typeorm']));
  for (const [name, inside, found] of each) expect({ name, contents: inside }).toEqual({ name, contents: found });
});

it('types made of others by Nest keep what was said of their fields', async () => {
  const born = `(() => {
    const { PartialType } = packages['@nestjs/swagger'](), { Type, plainToInstance } = packages['class-transformer']();
    class Person {}
    Type(() => Date)(Person.prototype, 'born');
    return plainToInstance(PartialType(Person), { born: '2026-11-30' }).born instanceof Date;
  })()`;
  expect(await ofNode<boolean>(born)).toBe(true);
});

it('nothing for tests is in what services run', () => {
  const sources = ['libs', 'tickets', 'all-in-one'].flatMap((name) => (JSON.parse(readFileSync(join(root, 'dist', 'packed', `${name}.js.map`), 'utf8')) as { sources: string[] }).sources);
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((source) => /libs\/(testing|service-testing|office-client)\//.test(source))).toEqual([]);
});

it('what stays unpacked brings no second copy of what our modules ask for', async () => {
  const asked = new Set((await ofNode<string[]>('Object.keys(packages)')).map(packageOf));
  const below = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const next of Object.keys(manifestOf(name)?.dependencies ?? {})) below(next, seen);
    return seen;
  };
  expect(below('docx').size).toBeGreaterThan(2);
  const twice = UNPACKED.flatMap((name) => [...below(name)].filter((each) => asked.has(each)).map((each) => `${name}: ${each}`));
  expect(twice).toEqual([]);
});

const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** Undefined for a scope (`@img`), whose packages are native code alone. */
function manifestOf(name: string): { dependencies?: Record<string, string> } | undefined {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  } catch {
    return undefined;
  }
}
