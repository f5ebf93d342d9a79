import { Refused, Stopped, Unreachable } from '@property-office/office-client';
import { readOptions, usage, UsageError } from './run/options';
import { simulate } from './run/simulate';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const exitCodes = { clean: 0, wrong: 1, usage: 2, stopped: 130 };

async function main(): Promise<number> {
  const stop = new AbortController();
  for (const signal of stopSignals) process.on(signal, () => stop.abort());
  process.once('disconnect', () => stop.abort());
  process.channel?.unref();
  try {
    const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
    const { clean } = await simulate(options, process.stdout, stop.signal);
    return clean ? exitCodes.clean : exitCodes.wrong;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    if (error instanceof UsageError) return exitCodes.usage;
    return error instanceof Stopped ? exitCodes.stopped : exitCodes.wrong;
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof Stopped) return 'Stopped. With --data-dir the same command goes on from here.';
  if (error instanceof Unreachable || error instanceof Refused) return `The office: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

void main().then((code) => process.exit(code));
