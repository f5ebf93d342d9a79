import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { planNames, type PlanName } from '../planning/scale';

export interface SimulateOptions {
  plan: PlanName;
  seed: number;
  /** How many requests at a time. */
  width: number;
  /** Where the office keeps its data, to go on with a run that was stopped; undefined: thrown away at the end. */
  folder: string | undefined;
  /** It may take no longer than `smokeSeconds`: a longer one is wrong, whatever came of it. */
  smoke: boolean;
}

/** What npm test can afford. */
export const smokeSeconds = 180;

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: npm run simulate -- --plan week|quarter|year [--smoke] [--seed N] [--concurrency N] [--data-dir DIR]

  --plan PLAN      week: a small office; quarter: one of 3,000 households; year: its papers and archives
  --smoke          the plan "week", or a short "year", as npm test runs it: wrong where it takes more than ${smokeSeconds} s
  --seed N         another course of things (default 1)
  --concurrency N  so many stories at a time (default 6)
  --data-dir DIR   keeps the office's data there; the same command goes on with a run that was stopped`;

const defaultSeed = 1;
const defaultWidth = 6;

/** @param folder where relative names of folders begin. @throws UsageError */
export function readOptions(args: string[], folder: string): SimulateOptions {
  const { values } = parsed(args);
  if (values.smoke && !['week', 'year', undefined].includes(values.plan)) throw new UsageError('--smoke is the plan "week", or a short "year".');
  const name = values.plan ?? (values.smoke ? 'week' : undefined);
  const plan = planNames.find((each) => each === name);
  if (!plan) throw new UsageError(name === undefined ? 'Say which plan.' : `There is no plan ${name}.`);
  return {
    plan: values.smoke && plan === 'year' ? 'short-year' : plan,
    seed: values.seed === undefined ? defaultSeed : whole('--seed', values.seed),
    width: values.concurrency === undefined ? defaultWidth : whole('--concurrency', values.concurrency),
    folder: values['data-dir'] === undefined ? undefined : resolve(folder, values['data-dir']),
    smoke: values.smoke,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        plan: { type: 'string' },
        smoke: { type: 'boolean', default: false },
        seed: { type: 'string' },
        concurrency: { type: 'string' },
        'data-dir': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new UsageError(`${name} takes a whole number above 0.`);
  return value;
}
