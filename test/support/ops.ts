import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { plainEnvironment, root } from './built';

export interface OpsResult {
  code: number;
  out: string;
  errors: string;
}

/** One check of `ops verify` and the rows that break it. */
export interface Finding {
  id: string;
  title: string;
  broken: string[];
}

/**
 * Runs the operators' command as an operator does.
 * @param checkout of the product's version that it is of
 */
export function ops(args: string[], env: Record<string, string>, checkout = root): Promise<OpsResult> {
  const main = join(checkout, 'apps', 'all-in-one', 'dist', 'ops', 'main.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { env: { ...plainEnvironment(), ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, errors) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, errors });
      },
    );
  });
}

export function findingsOf({ out, errors }: OpsResult): Finding[] {
  if (!out.trim()) throw new Error(`ops verify said nothing but: ${errors}`);
  return JSON.parse(out) as Finding[];
}
