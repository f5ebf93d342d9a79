import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const register = join(root, 'libs', 'testing', 'register-typescript.js');

/** Loads a process's main as if this were another Node. */
function started(app: string, version: string) {
  const pretended = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const main = join(root, 'apps', app, 'src', 'main.ts');
  const env = { ...process.env, NODE_OPTIONS: '', PORT: 'nowhere' };
  return spawnSync(process.execPath, ['-r', register, '-e', `${pretended} require(${JSON.stringify(main)})`], {
    env,
    encoding: 'utf8',
  });
}

it.each(['tickets', 'gateway', 'all-in-one'])('%s refuses an older Node in one line', (app) => {
  const { status, stderr } = started(app, '22.11.0');
  expect(stderr).toMatch(/^Node 24 is needed, this is 22\.11\.0 .*\n$/);
  expect(status).toBe(1);
});

it('starts under Node 24, here up to its configuration', () => {
  expect(started('tickets', '24.0.0').stderr).toContain('PORT is "nowhere"');
});

it('every process loads the check before anything else', () => {
  const apps = readdirSync(join(root, 'apps')).filter((app) => app !== 'replay');
  for (const app of apps) {
    const text = readFileSync(join(root, 'apps', app, 'src', 'main.ts'), 'utf8');
    expect([app, /^import .* from '(.*)';/.exec(text)?.[1]]).toEqual([app, '@property-office/backbone']);
  }
});
