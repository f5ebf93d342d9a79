import { Refused, Stopped, Unreachable } from '@property-office/office-client';
import { readOptions, usage, UsageError } from './run/options';
import { replay } from './run/replay';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const exitCodes = { carried: 0, notCarried: 1, usage: 2, stopped: 130 };

async function main(): Promise<number> {
  const stop = new AbortController();
  for (const signal of stopSignals) process.on(signal, () => stop.abort());
  process.once('disconnect', () => stop.abort());
  process.channel?.unref();
  try {
    const options = readOptions(process.argv.slice(2), process.env, process.env['INIT_CWD'] ?? process.cwd());
    return (await replay(options, process.stdout, stop.signal)) ? exitCodes.carried : exitCodes.notCarried;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    if (error instanceof UsageError) return exitCodes.usage;
    return error instanceof Stopped ? exitCodes.stopped : exitCodes.notCarried;
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof Stopped) return 'Stopped. The same command goes on from here.';
  if (error instanceof Unreachable) return `${error.message}\nThe same command goes on from here.`;
  if (error instanceof Refused) return `The office refuses: ${error.status} ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

void main().then((code) => process.exit(code));
