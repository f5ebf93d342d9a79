import { execFile, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { plainEnvironment, programOf, root } from './built';

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

export interface OpsBegun {
  process: ChildProcess;
  ended: Promise<OpsResult>;
}

/**
 * Begins the operators' command as an operator does.
 * @param checkout of the product's version that it is of
 */
export function beginOps(args: string[], env: Record<string, string>, checkout = root): OpsBegun {
  const main = join(checkout, programOf('ops', checkout));
  const { promise: ended, resolve } = Promise.withResolvers<OpsResult>();
  const begun = execFile(
    process.execPath,
    [main, ...args],
    { env: { ...plainEnvironment(), ...env }, maxBuffer: 64 * 1024 * 1024 },
    (error, out, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, errors });
    },
  );
  return { process: begun, ended };
}

export function ops(args: string[], env: Record<string, string>, checkout?: string): Promise<OpsResult> {
  return beginOps(args, env, checkout).ended;
}

export function findingsOf({ out, errors }: OpsResult): Finding[] {
  if (!out.trim()) throw new Error(`ops verify said nothing but: ${errors}`);
  return JSON.parse(out) as Finding[];
}
