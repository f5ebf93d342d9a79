import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads a key file, or makes it (0600, in a folder of 0700) with what `make` gives. Two processes that start at once
 * end with the same content: the file appears whole under its name, and the second to arrive reads the first's.
 */
export function readOrMakeKeyFile<T>(path: string, make: () => T): T {
  const existing = readKeyFile<T>(path);
  if (existing !== undefined) return existing;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(make(), undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return requireKeyFile<T>(path);
}

/** Puts another content in the place of a key file: whoever reads it finds the one or the other, also after a power cut. */
export function replaceKeyFile(path: string, content: object): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(draft, path);
}

/** @throws Error naming the file when it is not there or not JSON */
export function requireKeyFile<T>(path: string): T {
  const content = readKeyFile<T>(path);
  if (content === undefined) throw new Error(`key file ${path} does not exist`);
  return content;
}

/** @returns undefined where there is none */
export function readKeyFile<T>(path: string): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`key file ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new Error(`key file ${path} is not JSON`, { cause: error });
  }
}
