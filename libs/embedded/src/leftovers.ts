import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log';

/** Processes whose working folder is `folder`. Those of other users are visible to root only. */
export function processesIn(folder: string): number[] {
  if (!existsSync(folder)) return [];
  const own = statSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const cwd = statSync(`/proc/${pid}/cwd`);
        return cwd.dev === own.dev && cwd.ino === own.ino;
      } catch {
        return false; // Ended meanwhile, or not ours to see.
      }
    })
    .map(Number);
}

/**
 * Ends what an earlier owner of the folder left running: after kill -9 of it its server is still stopping, or runs on
 * if its watcher was killed too. To be called by the holder of the folder's lock: nobody else may own such a process.
 */
export async function endLeftovers(folder: string, pidFile: string, what: string, log: Log): Promise<void> {
  const left = processesIn(folder);
  if (left.length === 0) return;
  log(`${what} of an earlier start is still running (pid ${left.join(', ')}): stopping it`);
  const server = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0;
  if (left.includes(server)) {
    send(server, 'SIGINT'); // Both servers take it as "quickly, but cleanly".
    if (await gone(folder, 30_000)) return;
  }
  processesIn(folder).forEach((pid) => send(pid, 'SIGKILL'));
  if (await gone(folder, 10_000)) return;
  throw new Error(`${what} of an earlier start cannot be ended (pid ${processesIn(folder).join(', ')})`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(folder: string, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(20)) {
    if (processesIn(folder).length === 0) return true;
  }
  return false;
}
