import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayFolder } from '@property-office/testing';
import { kubernetes } from './manifests';

let bin: string;
let data: string;
let copy: string;
beforeEach(() => {
  [bin, data, copy] = [throwawayFolder(), throwawayFolder(), throwawayFolder()];
  for (const folder of ['audit-heads', 'destruction-register', 'files']) mkdirSync(join(data, folder));
  writeFileSync(join(data, 'audit-heads', 'tickets.log'), 'head\n');
  writeFileSync(join(data, 'destruction-register', 'archives.log'), 'one\ntwo\n');
  writeFileSync(join(data, 'files', 'photo.jpg'), 'bytes');
  cluster();
});
afterEach(() => [bin, data, copy].forEach((folder) => rmSync(folder, { recursive: true })));

/** Instead of a cluster: what is run in the pod runs here, on the folder `data`. @param exec what else becomes of that */
function cluster(exec = ''): void {
  const script = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('fs');
const args = process.argv.slice(2), said = args.join(' ');
appendFileSync(${JSON.stringify(join(bin, 'asked'))}, said + '\\n');
if (said.includes('create job')) console.log('kind: Job');
else if (args[0] === 'patch' || said.includes('create -f')) process.stdout.write(readFileSync(0));
else if (said.includes('status.phase')) console.log('Running');
else if (said.includes('metadata.name')) console.log('pod-1');
else if (said.includes(' exec ')) {
  ${exec}
  const [command, ...rest] = args.slice(args.indexOf('--') + 1).map((arg) => arg.replaceAll('/data', ${JSON.stringify(data)}));
  process.exit(require('child_process').spawnSync(command, rest, { stdio: 'inherit' }).status ?? 1);
}
`;
  writeFileSync(join(bin, 'kubectl'), script, { mode: 0o755 });
}

const volumes = (...args: string[]) => spawnSync(join(kubernetes, 'volumes.sh'), args, { encoding: 'utf8', env: { PATH: `${bin}:${process.env['PATH']}` } });
const asked = () => readFileSync(join(bin, 'asked'), 'utf8').trim().split('\n');

it('copies out what no backup holds, and takes its pod away', () => {
  expect(volumes('out', copy)).toMatchObject({ status: 0, stdout: 'destruction-register/archives.log: 2 lines\n' });
  expect(readFileSync(join(copy, 'audit-heads', 'tickets.log'), 'utf8')).toBe('head\n');
  expect(readFileSync(join(copy, 'destruction-register', 'archives.log'), 'utf8')).toBe('one\ntwo\n');
  expect(readdirSync(copy).sort()).toEqual(['audit-heads', 'destruction-register']);
  expect(asked().at(-1)).toMatch(/^-n property-office delete job volumes-\d{8}-\d{6}-\d+ --wait=false$/);
});

it('copies out anew over an older copy', () => {
  expect(volumes('out', copy).status).toBe(0);
  writeFileSync(join(data, 'destruction-register', 'archives.log'), 'one\ntwo\nthree\n');
  expect(volumes('out', copy).status).toBe(0);
  expect(readFileSync(join(copy, 'destruction-register', 'archives.log'), 'utf8')).toBe('one\ntwo\nthree\n');
});

it('puts the register back, and nothing else', () => {
  expect(volumes('out', copy).status).toBe(0);
  writeFileSync(join(copy, 'audit-heads', 'tickets.log'), 'another\n');
  rmSync(join(data, 'destruction-register', 'archives.log'));
  expect(volumes('back', copy)).toMatchObject({ status: 0, stdout: 'destruction-register/archives.log: 2 lines\n' });
  expect(readFileSync(join(data, 'destruction-register', 'archives.log'), 'utf8')).toBe('one\ntwo\n');
  expect(readFileSync(join(data, 'audit-heads', 'tickets.log'), 'utf8')).toBe('head\n');
});

it('fails where the copy is not whole, keeps the older one, and takes its pod away all the same', () => {
  mkdirSync(join(copy, 'destruction-register'));
  writeFileSync(join(copy, 'destruction-register', 'archives.log'), 'one\n');
  cluster('process.stdout.write("half"); process.exit(1);');
  expect(volumes('out', copy).status).not.toBe(0);
  expect(readFileSync(join(copy, 'destruction-register', 'archives.log'), 'utf8')).toBe('one\n');
  expect(readdirSync(copy)).toEqual(['destruction-register']);
  expect(asked().at(-1)).toContain('delete job');
});

it.each([
  ['empty, of an office that was begun anew', ''],
  ['shorter', 'one\n'],
  ['another', 'one\nsomething else\n'],
])('takes no register for the copy that is %s', (_, register) => {
  expect(volumes('out', copy).status).toBe(0);
  writeFileSync(join(data, 'destruction-register', 'archives.log'), register);
  writeFileSync(join(data, 'audit-heads', 'tickets.log'), 'newer\n');
  expect(volumes('out', copy)).toMatchObject({ status: 1, stderr: expect.stringContaining('is no beginning of what is in the volume') });
  expect(readFileSync(join(copy, 'destruction-register', 'archives.log'), 'utf8')).toBe('one\ntwo\n');
  expect(readFileSync(join(copy, 'audit-heads', 'tickets.log'), 'utf8')).toBe('head\n');
  expect(readdirSync(copy).sort()).toEqual(['audit-heads', 'destruction-register']);
});

it('asks the cluster nothing where it is called wrongly, or there is nothing to put back', () => {
  for (const args of [[], ['out'], ['out', join(copy, 'nowhere')], ['in', copy], ['back', copy]]) expect(volumes(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/volumes\.sh|is not there/) });
  expect(existsSync(join(bin, 'asked'))).toBe(false);
});
