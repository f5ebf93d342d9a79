import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fieldsOf } from './fields-of';
import type { GeneratedDocument } from './generated-document';

/** The documents as they lie in a checkout. */
export class CommittedDocuments {
  constructor(private readonly root: string) {}

  /** Those that are missing, or say something else than the code; of a lasting one, the next that is to be written. */
  stale(documents: readonly GeneratedDocument[]): GeneratedDocument[] {
    return documents.flatMap((document) => {
      if (document.lasting) return this.successorOf(document);
      return this.read(document.path) === document.text ? [] : [document];
    });
  }

  private successorOf(document: GeneratedDocument): GeneratedDocument[] {
    const known = new Set<string>();
    for (let number = 1; ; number++) {
      const path = number === 1 ? document.path : document.path.replace(/\.json$/, `.${number}.json`);
      const text = this.read(path);
      if (text !== undefined) fieldsOf(JSON.parse(text)).forEach((field) => known.add(field));
      else if (number > 1 && fieldsOf(JSON.parse(document.text)).every((field) => known.has(field))) return [];
      else return [{ ...document, path }];
    }
  }

  private read(path: string): string | undefined {
    const file = join(this.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  write(documents: readonly GeneratedDocument[]): void {
    for (const { path, text } of documents) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}
