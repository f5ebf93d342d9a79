import { startEmbedded } from './start-embedded';
import { stopWhenParentDies } from './stop-when-parent-dies';

/** A process that holds a data folder, for start-embedded.int.spec.ts to kill. Usage: <data folder> */
async function main(): Promise<void> {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', log: (line) => console.log(line) });
  const stop = (): void => void embedded.stop().then(() => console.log('stopped'));
  process.once('SIGTERM', stop);
  stopWhenParentDies(stop);
  console.log('ready');
  setInterval(() => undefined, 1000).unref();
}

void main();
