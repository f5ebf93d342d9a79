import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TypescriptProcess {
  child: ChildProcess;
  /** What it printed so far, stdout and stderr. */
  lines: string[];
  /** Resolves when it has ended: its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Runs a TypeScript file of the workspace as a process of its own, for what only a process can show: being killed. */
export function startTypescript(
  file: string,
  { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): TypescriptProcess {
  const child = spawn(
    process.execPath,
    ['-r', join(__dirname, '..', 'register-typescript.js'), file, ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const lines: string[] = [];
  const outputs = [child.stdout, child.stderr].filter((output) => output !== null);
  const read = outputs.map((input) =>
    once(
      createInterface({ input }).on('line', (line) => lines.push(line)),
      'close',
    ),
  );
  // Not the event 'close': it never comes after disconnect().
  const ended = once(child, 'exit').then(async ([code, signal]) => {
    await Promise.all(read);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  return { child, lines, ended };
}
