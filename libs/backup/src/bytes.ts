import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error';
import { Hashing, hashFile, syncFile } from './copy-streams';
import { fileOfBytes, type SavedFile } from './manifest';

/**
 * Copies every file below a folder into the bytes that all backups share. What is there already is compared, and written again only
 * where it was damaged.
 * A file that goes away meanwhile is left out: it is never changed, only removed.
 * @param skip names of folders below it that hold no finished files
 */
export async function saveBytes(from: string, to: string, skip: readonly string[], onSaved: () => void): Promise<SavedFile[]> {
  const saved: SavedFile[] = [];
  for (const path of filesBelow(from, skip)) {
    const file = await saveFile(from, path, to);
    if (file) saved.push(file);
    onSaved();
  }
  return saved;
}

async function saveFile(from: string, path: string, to: string): Promise<SavedFile | undefined> {
  const draft = join(to, `${randomUUID()}.draft`);
  try {
    const source = join(from, path);
    const sha256 = await hashFile(source);
    const bytes = statSync(source).size;
    const kept = join(to, fileOfBytes(sha256));
    if (!existsSync(kept) || (await hashFile(kept)) !== sha256) {
      if ((await copyFile(source, draft)) !== sha256) throw new BackupError(`${source} changed while it was read`);
      mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
      renameSync(draft, kept);
      await syncFile(dirname(kept));
    }
    return { path, bytes, sha256 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(join(from, path))) return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts files back where they were. @throws BackupError where one is missing, damaged, or another lies in its place */
export async function restoreBytes(files: readonly SavedFile[], from: string, to: string, onRestored: () => void): Promise<void> {
  for (const file of files) {
    const path = join(to, file.path);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.draft`;
      requireBytes(file, from);
      try {
        if ((await copyFile(join(from, fileOfBytes(file.sha256)), draft)) !== file.sha256)
          throw new BackupError(`the copy of ${file.path} is damaged`);
        renameSync(draft, path);
      } finally {
        // The office would keep it, and the next backup would save it.
        rmSync(draft, { force: true });
      }
    } else if ((await hashFile(path)) !== file.sha256) {
      throw new BackupError(`${path} is there already, and is another file`);
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

/** @returns the SHA-256 of what was copied, which is on the disk then */
async function copyFile(from: string, to: string): Promise<string> {
  const hash = new Hashing();
  await pipeline(createReadStream(from), hash, createWriteStream(to, { mode: 0o600 }));
  await syncFile(to);
  return hash.digest();
}

export function filesBelow(folder: string, skip: readonly string[] = []): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !skip.includes(path.split('/')[0]!))
    .sort();
}
