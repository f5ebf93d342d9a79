import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedDocument } from './generated-document';

/** The documents as they lie in a checkout. */
export class CommittedDocuments {
  constructor(private readonly root: string) {}

  /** Those that are missing, or say something else than the code. */
  stale(documents: readonly GeneratedDocument[]): GeneratedDocument[] {
    return documents.filter((document) => {
      const file = join(this.root, document.path);
      if (!existsSync(file)) return true;
      return !document.lasting && readFileSync(file, 'utf8') !== document.text;
    });
  }

  write(documents: readonly GeneratedDocument[]): void {
    for (const { path, text } of documents) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}
