import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error';
import { Hashing, hashFile, syncFile } from './copy-streams';
import { fileOfBytes, type SavedFile } from './manifest';

/** Where an office keeps its files, which are added and removed, never changed: a disk, or somebody else's server. */
export interface KeptBytes {
  /** Of every finished file. */
  names(): AsyncIterable<string>;
  /** @returns undefined where nothing has that name */
  openNamed(name: string): Promise<Readable | undefined>;
  /** Keeps a copy of a file, whole or not at all. @returns false, and keeps nothing, where the file has another hash */
  putBack(name: string, file: string, sha256: string): Promise<boolean>;
}

/**
 * Copies every file into the bytes that all backups share. What is there already is compared, and written again only where it was damaged.
 * A file that goes away meanwhile is left out: it is never changed, only removed.
 */
export async function saveBytes(from: KeptBytes, to: string, onSaved: () => void): Promise<SavedFile[]> {
  const saved: SavedFile[] = [];
  for await (const name of from.names()) {
    const file = await saveFile(from, name, to);
    if (file) saved.push(file);
    onSaved();
  }
  return saved;
}

async function saveFile(from: KeptBytes, path: string, to: string): Promise<SavedFile | undefined> {
  const source = await from.openNamed(path);
  if (!source) return undefined;
  const { sha256, bytes } = await measured(source);
  const kept = join(to, fileOfBytes(sha256));
  if (!existsSync(kept) || (await hashFile(kept)) !== sha256) {
    const again = await from.openNamed(path);
    if (!again) return undefined;
    const draft = join(to, `${randomUUID()}.draft`);
    try {
      if ((await copyTo(draft, again)) !== sha256) throw new BackupError(`${path} changed while it was read`);
      mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
      renameSync(draft, kept);
      await syncFile(dirname(kept));
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return { path, bytes, sha256 };
}

/** Puts files back where they were. @throws BackupError where one is missing, damaged, or another lies in its place */
export async function restoreBytes(files: readonly SavedFile[], from: string, to: KeptBytes, onRestored: () => void): Promise<void> {
  for (const file of files) {
    const there = await to.openNamed(file.path);
    if (there) {
      if ((await measured(there)).sha256 !== file.sha256) throw new BackupError(`${file.path} is there already, and is another file`);
    } else {
      requireBytes(file, from);
      if (!(await to.putBack(file.path, join(from, fileOfBytes(file.sha256)), file.sha256))) throw new BackupError(`the copy of ${file.path} is damaged`);
    }
    onRestored();
  }
}

/** @returns a line for each file of a backup that is missing or damaged */
export async function damagedBytes(files: readonly SavedFile[], folder: string, onChecked: () => void): Promise<string[]> {
  const damaged: string[] = [];
  for (const file of files) {
    const path = join(folder, fileOfBytes(file.sha256));
    if (!existsSync(path)) damaged.push(`${file.path}: its bytes are missing (${path})`);
    else if ((await hashFile(path)) !== file.sha256) damaged.push(`${file.path}: its bytes are damaged (${path})`);
    onChecked();
  }
  return damaged;
}

function requireBytes({ path, sha256 }: SavedFile, from: string): void {
  if (!existsSync(join(from, fileOfBytes(sha256)))) throw new BackupError(`the bytes of ${path} are missing in the backup`);
}

async function measured(content: Readable): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** @returns the SHA-256 of what was copied, which is on the disk then */
async function copyTo(path: string, content: Readable): Promise<string> {
  const hash = new Hashing();
  await pipeline(content, hash, createWriteStream(path, { mode: 0o600 }));
  await syncFile(path);
  return hash.digest();
}

export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
