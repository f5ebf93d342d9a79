import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { serviceNames } from '@property-office/contracts';
import { isRunning } from '@property-office/testing';

/** Processes that `pid` started and that run. */
export function childrenOf(pid: number): number[] {
  return pids().filter((each) => {
    try {
      // pid (name) state ppid …; the name may hold anything.
      return (
        Number(
          readFileSync(`/proc/${each}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ) === pid && isRunning(each)
      );
    } catch {
      return false;
    }
  });
}

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** A variable of the environment a process was started with. */
export function environmentOf(pid: number, name: string): string | undefined {
  const entry = readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .find((each) => each.startsWith(`${name}=`));
  return entry?.slice(name.length + 1);
}

/** What runs where each service has a process of its own, or so many: `tickets`, or `tickets-1`, `tickets-2`, … */
export function partsOf(replicas?: number): string[] {
  if (replicas === undefined) return [...serviceNames];
  return serviceNames.flatMap((service) => Array.from({ length: replicas }, (_, at) => `${service}-${at + 1}`));
}

/** The process of such a part, or of the gateway, below the one that started it. A replica is known by its place among the addresses that all are told. */
export function processOfService(parent: number, part: string): number | undefined {
  const [service, replica] = part.split('-');
  const running = childrenOf(parent).filter((pid) => commandOf(pid).includes(`/dist/${service}.js`));
  if (replica === undefined) return running[0];
  return running.find((pid) => {
    const told = environmentOf(pid, 'SERVICE_URLS')!.split(';').find((each) => each.startsWith(`${service}=`));
    return told?.split(',')[Number(replica) - 1]?.endsWith(`:${environmentOf(pid, 'PORT')}`);
  });
}

/** What a server has written down as its own. */
export function pidIn(file: string): number | undefined {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** Processes that work in a folder or below it. */
export function processesBelow(folder: string): number[] {
  return pids().filter((pid) => {
    try {
      const cwd = readlinkSync(`/proc/${pid}/cwd`);
      return (cwd === folder || cwd.startsWith(`${folder}/`)) && isRunning(pid);
    } catch {
      return false;
    }
  });
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}
