import { appendFileSync, closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A power failure may have cut the last line off: it never was one. It is marked so, never taken away: what looks cut off
 * may be a line that another process is writing at this moment, and then the mark stands on a line of its own after it.
 */
const torn = '~torn';
/** Some lines. */
const tailBytes = 4096;

/** A file of lines, only ever appended to, beside the database. */
export class LineFile {
  constructor(private readonly path: string) {}

  /** There from now on, also with no line in it. */
  begin(): void {
    closeSync(this.open());
  }

  /** On the disk when it returns. @param line without a line break */
  append(line: string): void {
    const file = this.open();
    try {
      appendFileSync(file, endsInLine(file) ? `${line}\n` : `${torn}\n${line}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Whether what stands at its end is no whole line. @throws where there is no file */
  isCutOff(): boolean {
    const file = openSync(this.path, 'r');
    try {
      return !endsInLine(file);
    } finally {
      closeSync(file);
    }
  }

  /** Those that are whole, oldest first. */
  read(): string[] {
    return existsSync(this.path) ? wholeLines(readFileSync(this.path, 'utf8')) : [];
  }

  /** The newest; however long the file is, only its end is read. */
  last(): string | undefined {
    if (!existsSync(this.path)) return undefined;
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      for (let length = tailBytes; ; length *= 2) {
        const from = Math.max(0, size - length);
        const text = readFrom(file, from, size - from);
        // What stands before the first end of a line may be half of one.
        const found = wholeLines(from === 0 ? text : text.slice(text.indexOf('\n') + 1)).at(-1);
        if (found !== undefined || from === 0) return found;
      }
    } finally {
      closeSync(file);
    }
  }

  private open(): number {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    return openSync(this.path, 'a+', 0o600);
  }
}

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file);
  return size === 0 || readFrom(file, size - 1, 1) === '\n';
}

function readFrom(file: number, position: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, position));
}

function wholeLines(text: string): string[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(torn));
}
