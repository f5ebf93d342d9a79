import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isRunning, startTypescript, waitFor, type TypescriptProcess } from '@property-office/testing';

const file = join(__dirname, 'toy-process.fixture.ts');
const register = join(__dirname, '..', '..', '..', 'testing', 'register-typescript.js');

/** Starts the process, says its id when it listens, and waits to be killed. */
const parentScript = `
  const child = require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  child.stdout.on('data', (text) => String(text).includes('listening on') && console.log(child.pid));
`;

async function started(...args: string[]): Promise<{ toy: TypescriptProcess; url: string }> {
  const toy = startTypescript(file, { args });
  const url = await waitFor(() => /listening on ([^"]+)/.exec(toy.lines.join('\n'))?.[1], {
    what: 'the process to listen',
  });
  return { toy, url };
}

describe('a process told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s answers what came in, and ends with 0', async (signal) => {
    const { toy, url } = await started();
    const answer = fetch(`${url}/api/repair-requests`);
    await waitFor(async () => (await fetch(`${url}/health/live`)).ok, { what: 'an answer' });
    toy.child.kill(signal);
    expect((await answer).status).toBe(200);
    expect(await toy.ended).toBe(0);
    expect(toy.lines.at(-1)).toContain('"stopped"');
  });

  it('ends in order when its parent is gone', async () => {
    const { toy } = await started();
    toy.child.disconnect();
    expect(await toy.ended).toBe(0);
    expect(toy.lines.join('\n')).toContain('the parent process is gone');
  });

  it('ends although nobody reads its log any more', async () => {
    const parent = spawn(process.execPath, ['-e', parentScript, '--', '-r', register, file], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = (await once(parent.stdout, 'data')).map(Number);
    expect(isRunning(pid!)).toBe(true);
    parent.kill('SIGKILL');
    await waitFor(() => !isRunning(pid!), { what: 'the child to end' });
  });

  it('ends at once when told twice', async () => {
    const { toy } = await started('hang');
    toy.child.kill('SIGINT');
    await waitFor(() => toy.lines.some((line) => line.includes('stopping: SIGINT')), {
      what: 'the first signal to be heard',
    });
    toy.child.kill('SIGINT');
    expect(await toy.ended).toBe(1);
  });
});
