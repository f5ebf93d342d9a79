import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './secrets';

/** Where things are while an office runs on a data folder; for operators' tools, hence with passwords (0600). */
export interface RunFile {
  pid: number;
  startedAt: string;
  databaseUrl: string;
  natsUrl: string;
  /** Where the door listens, once it does. */
  httpUrl?: string;
}

const NAME = 'run.json';

export function writeRunFile(dataDir: string, content: RunFile): void {
  writeWhole(join(dataDir, NAME), `${JSON.stringify(content, null, 2)}\n`);
}

export function removeRunFile(dataDir: string): void {
  rmSync(join(dataDir, NAME), { force: true });
}

/** Undefined where nothing runs on the folder, also where what ran there was killed and left its file. */
export function readRunFile(dataDir: string): RunFile | undefined {
  try {
    const content = JSON.parse(readFileSync(join(dataDir, NAME), 'utf8')) as RunFile;
    process.kill(content.pid, 0);
    return content;
  } catch {
    return undefined;
  }
}
