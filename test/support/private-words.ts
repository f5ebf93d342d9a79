import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Exchange } from './http';

/** By the name of a field, what it holds in confidence. What people typed in Chinese is their own under any name. */
const kinds: ReadonlyArray<readonly [RegExp, string, RegExp]> = [
  [/phone$/i, 'a telephone', /^\+?[\d -]{7,}$/],
  [/name$/i, 'a name', /^\p{Script=Han}{2,}$/u],
  [/password$/i, 'a password', /^.{6,}$/],
  [/^code$/, 'a one-time code', /^\d{6}$/],
  [/(?:token|secret)$/i, 'a token', /^.{16,}$/],
  [/(?:link|url|href|path)$/i, 'a link', /[\w-]{32,}/],
];
const typed = /^(?=.*\p{Script=Han}{2})/su;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What no line may hold, whatever was said to the office. */
const shapes: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/, 'a telephone'],
  [/\beyJ[\w-]{10,}\.[\w-]+/, 'a token'],
  [/:\/\/[^/\s:@"]+:[^/\s@"]+@/, 'an address with its password'],
];

/** What a demonstration says on purpose: it reaches nobody, and whoever tries it reads the log. */
const onPurpose = [/DEMO=1: the one-time code of \d{3}\*{4}\d{4} is \d{6}(?!\d)/g, /their password, said only now: \S+/g];
/** What differs from line to line of one kind: when it was said, and in answer to what. */
const volatile = /"(?:ms":[\d.]+|time":"[\d-]+T[\d:.]+Z"|requestId":"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"|traceId":"[0-9a-f]{32}"),?/g;
/** Ids and hashes, in which by chance stands a number. */
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32,64}\b/g;

/** Telephones, names, passwords, codes and tokens that went to an office and came from it, to be found where they do not belong. */
export class PrivateWords {
  private readonly words = new Map<string, string>();

  /** Of an exchange of JSON: what was asked, as it was typed, and what was answered. */
  readonly hear = ({ body }: Exchange, { body: answered }: Answer<unknown>): void => {
    this.walk('', jsonIn(body), true);
    this.walk('', answered, false);
  };

  add(kind: string, word: string): void {
    if (!uuid.test(word)) this.words.set(word, kind);
  }

  /** The keys and passwords that an office made for itself: whatever is long enough to be one. */
  addSecretsOf(folder: string): void {
    for (const file of readdirSync(folder)) for (const [word] of readFileSync(join(folder, file), 'utf8').matchAll(/[\w+/=-]{24,}/g)) this.add('a key', word);
  }

  /** How many of each kind it listens for. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const kind of this.words.values()) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  /** Lines that give any of it away, each with what it says. */
  foundIn(lines: readonly string[]): string[] {
    const different = new Set(lines.map((line) => onPurpose.reduce((rest, allowed) => rest.replace(allowed, ''), line.replace(volatile, ''))));
    return [...different].flatMap((line) => {
      const bare = line.replace(ids, '');
      const kind = shapes.find(([shape]) => shape.test(bare))?.[1] ?? [...this.words].find(([word]) => (isNumber(word) ? standsIn(bare, word) : line.includes(word)))?.[1];
      return kind === undefined ? [] : [`${kind}: ${line}`];
    });
  }

  private walk(key: string, value: unknown, asked: boolean): void {
    if (typeof value === 'string') return this.take(key, value, asked);
    if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) this.walk(Array.isArray(value) ? key : name, each, asked);
  }

  private take(key: string, value: string, asked: boolean): void {
    for (const [field, kind, looks] of kinds) {
      if (!field.test(key) || !looks.test(value)) continue;
      // Of a link only what opens something: the long words of it.
      if (kind === 'a link') for (const [word] of value.matchAll(/[\w-]{32,}/g)) this.add(kind, word);
      else this.add(kind, value);
    }
    if (asked && typed.test(value)) this.add('what somebody typed', value);
  }
}

function jsonIn(body: Exchange['body']): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** Within a longer number it is another one. */
const standsIn = (line: string, number: string): boolean => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(line);
