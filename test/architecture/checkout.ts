import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-file';

const root = join(__dirname, '../..');
const leftOut = new Set(['.git', ...ignoredFolders()]);
const readable =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|md|css|html|svg|sh|sql|toml|conf|tpl)$|(?:^|\/)(?:\.[a-z]+|Dockerfile|run)$/;

let files: readonly SourceFile[] | undefined;

/** Every text file of this checkout that is or could be committed. */
export function checkout(): readonly SourceFile[] {
  return (files ??= read(''));
}

function read(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : read(path);
    return entry.isFile() && !leftOut.has(entry.name) && readable.test(path)
      ? [{ path, text: readFileSync(join(root, path), 'utf8') }]
      : [];
  });
}

function ignoredFolders(): string[] {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  return lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1));
}
