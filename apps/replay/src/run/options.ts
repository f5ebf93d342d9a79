import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ReplayOptions {
  file: string;
  url: string;
  /** Times as fast as it happened; undefined: as fast as the office takes it. */
  speed: number | undefined;
  limit: number;
  width: number;
  refusedFile: string;
  stateFile: string;
  login: string;
  password: string;
}

/** Told how to be called, and no more. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `npm run replay -- FILE.csv [options]

  --url URL               the office; default http://HOST:PORT of the environment, or http://localhost:3000
  --speed N               N times as fast as it happened
  --as-fast-as-possible   row after row, which is the default
  --limit N               only the first N rows
  --concurrency N         rows at a time, default 16
  --refused PATH          where refused rows are listed, default ./FILE.refused.csv; what is done stands beside it

Signs in as operator (an importer, as in DEMO=1) with DEMO_PASSWORD. A run that was stopped goes on when repeated.`;

const defaultWidth = 16;

/** @throws UsageError */
export function readOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): ReplayOptions {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError('Name one CSV file.');
  if (values.speed !== undefined && values['as-fast-as-possible'])
    throw new UsageError('Either --speed or --as-fast-as-possible.');
  const password = env['DEMO_PASSWORD'];
  if (!password)
    throw new UsageError('DEMO_PASSWORD is the password of operator, and of the accounts that are opened.');
  const refusedFile = resolve(folder, values.refused ?? `${basename(file)}.refused.csv`);
  return {
    file: resolve(folder, file),
    url: urlOf(values.url ?? defaultUrl(env)),
    speed: values.speed === undefined ? undefined : positive('--speed', values.speed),
    limit: values.limit === undefined ? Infinity : whole('--limit', values.limit),
    width: values.concurrency === undefined ? defaultWidth : whole('--concurrency', values.concurrency),
    refusedFile,
    stateFile: join(refusedFile, '..', `${basename(file)}.replayed.jsonl`),
    login: 'operator',
    password,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        speed: { type: 'string' },
        'as-fast-as-possible': { type: 'boolean' },
        limit: { type: 'string' },
        concurrency: { type: 'string' },
        refused: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function defaultUrl(env: Readonly<Record<string, string | undefined>>): string {
  const host = env['HOST'] && !['0.0.0.0', '::'].includes(env['HOST']) ? env['HOST'] : 'localhost';
  return `http://${host.includes(':') ? `[${host}]` : host}:${env['PORT'] ?? '3000'}`;
}

function urlOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new UsageError(`${text} is no address of an office.`);
  return new URL(text).origin;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(`${name} takes a number above 0.`);
  return value;
}

function whole(name: string, text: string): number {
  const value = positive(name, text);
  if (!Number.isInteger(value)) throw new UsageError(`${name} takes a whole number.`);
  return value;
}
