import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRunning, throwawayFolder, waitFor } from '@property-office/testing';

const root = join(__dirname, '..');
const patienceMs = 60_000;

let folder: string;
let source: string;
let port: number;
let running: { child: ChildProcess; lines: string[]; ended: Promise<unknown> } | undefined;

/** A checkout of one project, an office that serves its name, with these very scripts: they work on the folder they lie in. */
beforeEach(async () => {
  folder = throwawayFolder();
  for (const each of ['scripts', 'libs', 'apps/all-in-one/src']) mkdirSync(join(folder, each), { recursive: true });
  for (const name of readdirSync(__dirname).filter((each) => each.endsWith('.js'))) copyFileSync(join(__dirname, name), join(folder, 'scripts', name));
  for (const name of ['.swcrc', 'nx.json', 'tsconfig.json']) copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const json = (name: string, data: object) => writeFileSync(join(folder, name), JSON.stringify(data));
  json('package.json', { name: 'scratch', private: true, workspaces: ['apps/*'] });
  json('package-lock.json', { name: 'scratch', lockfileVersion: 3, packages: { '': { name: 'scratch' } } });
  // What does not compile is not built.
  const build = 'node --check src/main.js && mkdir -p dist && cp src/main.js dist/main.js';
  json('apps/all-in-one/package.json', { name: '@scratch/all-in-one', version: '0.0.1', private: true, scripts: { build } });
  source = join(folder, 'apps/all-in-one/src/main.js');
  copyFileSync(join(__dirname, 'dev.fixture-server.js'), source);
  port = await freePort();
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

function start(script: 'dev.js' | 'start.js', ...args: string[]): NonNullable<typeof running> {
  const child = spawn(process.execPath, [join(folder, 'scripts', script), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on('line', (line) => lines.push(line));
  return (running = { child, lines, ended: once(child, 'exit').then(([code, signal]) => code ?? signal) });
}

/** Waits until the office of that name answers. @returns its process */
async function served(name: string): Promise<number> {
  const answer = async () => (await fetch(`http://127.0.0.1:${port}`)).text().then((text) => (text.startsWith(`${name} `) ? text : undefined));
  const text = await waitFor(() => answer().catch(() => undefined), { what: `${name} to be served; ${running!.lines.join('\n')}`, timeoutMs: patienceMs });
  return Number(text.split(' ')[1]);
}

const write = (change: (text: string) => string) => writeFileSync(source, change(readFileSync(source, 'utf8')));
const said = (text: string) => waitFor(() => running!.lines.some((line) => line.includes(text)), { what: `"${text}"`, timeoutMs: patienceMs });

describe('npm run dev', () => {
  it('builds a source that was changed, stops what runs in order, and serves what it became', async () => {
    const { child, ended, lines } = start('dev.js');
    const first = await served('one');
    write((text) => text.replace(`'one'`, `'two'`));
    const second = await served('two');
    expect(second).not.toBe(first);
    expect(isRunning(first)).toBe(false);
    expect(lines.filter((line) => /^(?:open|stopped)/.test(line))).toEqual(['open one', 'stopped one by SIGTERM', 'open two']);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(lines.at(-1)).toBe('stopped two by SIGINT');
    expect(isRunning(second)).toBe(false);
  });

  it('goes on with what ran while a change does not build, and with the next one that does', async () => {
    start('dev.js');
    const first = await served('one');
    write((text) => `${text}\nthis is no JavaScript`);
    await said('The build failed; what ran goes on');
    expect(await served('one')).toBe(first);
    write((text) => text.replace('\nthis is no JavaScript', '').replace(`'one'`, `'three'`));
    expect(isRunning(await served('three'))).toBe(true);
  });

  it('waits for a change when the office ends by itself', async () => {
    start('dev.js');
    process.kill(await served('one'), 'SIGKILL');
    await said('The server ended with 137. Waiting for the next change');
    write((text) => text.replace(`'one'`, `'two'`));
    expect(isRunning(await served('two'))).toBe(true);
  });
});

describe('npm start', () => {
  it('builds what is not built, hands its arguments on, stops in order, and builds nothing the next time', async () => {
    const first = start('start.js', '--so', 'on');
    await served('one');
    expect(first.lines).toEqual(['Building', expect.stringMatching(/^Built in [\d.]+ s$/), expect.stringMatching(/^Packed in [\d.]+ s$/), 'open one --so on']);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = start('start.js');
    await served('one');
    expect(second.lines).toEqual(['open one']);
  });

  it('starts nothing that does not build, not what was built before either, shows why, and ends with an error', async () => {
    const before = start('start.js');
    await served('one');
    before.child.kill('SIGTERM');
    await before.ended;
    write((text) => `${text}\nthis is no JavaScript`);
    const { ended, lines } = start('start.js');
    expect(await ended).toBe(1);
    expect(lines.join('\n')).toContain('this is no JavaScript');
    expect(lines.some((line) => line.startsWith('open'))).toBe(false);
  });
});
