import { readFileSync } from 'node:fs';

/** Whether the process runs. One that has ended, but whose parent never asked for its exit code, does not. */
export function isRunning(pid: number): boolean {
  try {
    // pid (name) state …; the name may hold anything, also parentheses.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
    return state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}
