import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRunning, waitFor } from '@property-office/testing';

interface Script {
  child: ChildProcess;
  lines: string[];
  /** Exit code or signal. */
  ended: Promise<unknown>;
}

function script(args: string[], env: NodeJS.ProcessEnv = {}): Script {
  const child = spawn(process.execPath, [join(__dirname, 'run.fixture.js'), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { child, lines, ended: once(child, 'exit').then(([code, signal]) => code ?? signal) };
}

async function startServer(env?: NodeJS.ProcessEnv): Promise<Script & { server: number }> {
  const started = script(['server'], env);
  const line = await waitFor(() => started.lines.find((each) => each.startsWith('server ')), {
    what: 'the server',
  });
  return { ...started, server: Number(line.split(' ')[1]) };
}

const heard = ({ lines }: Script): string[] => lines.filter((line) => line.startsWith('heard'));

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s is passed on once, however often it comes, and the exit code comes back',
  async (signal) => {
    const running = await startServer({ EXIT_CODE: '3' });
    running.child.kill(signal);
    running.child.kill(signal);
    expect(await running.ended).toBe(3);
    expect(heard(running)).toEqual([`heard ${signal}`]);
  },
);

test('kill -9 of the script ends the server, in order', async () => {
  const running = await startServer();
  running.child.kill('SIGKILL');
  await waitFor(() => !isRunning(running.server), { what: 'the server to end' });
  expect(heard(running)).toEqual(['heard the end of the parent']);
});

test('a server that does not stop is killed by asking once more', async () => {
  const running = await startServer();
  process.kill(running.server, 'SIGSTOP');
  running.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 2100)); // Sooner it counts as the same Ctrl-C, told twice.
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(137);
});

test('the exit code of a tool comes back, also after a signal', async () => {
  expect(await script(['tool', 'sh', '-c', 'exit 5']).ended).toBe(5);
  expect(await script(['tool', 'sh', '-c', 'kill -KILL $$']).ended).toBe(137);
});

test('kill -9 of the script ends a tool and what it started', async () => {
  const running = script(['tool', 'sh', '-c', 'sleep 60 & echo $!; wait']);
  const grandchild = Number(await waitFor(() => running.lines[0], { what: 'the tool' }));
  expect(isRunning(grandchild)).toBe(true);
  running.child.kill('SIGKILL');
  await waitFor(() => !isRunning(grandchild), { what: 'the tool to end' });
});

test('SIGTERM reaches a tool and what it started', async () => {
  const running = script(['tool', 'sh', '-c', 'sleep 60 & echo $!; wait']);
  const grandchild = Number(await waitFor(() => running.lines[0], { what: 'the tool' }));
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(143);
  await waitFor(() => !isRunning(grandchild), { what: 'the tool to end' });
});
