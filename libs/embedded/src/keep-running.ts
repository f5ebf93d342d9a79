import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log';

/** A server that can be started again, on the port it had. */
export interface Restartable {
  /** Resolves with the exit code of the run that is under way. */
  readonly exited: Promise<number>;
  start(): Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Starts a server again that ended without being asked to: killed, out of memory, crashed. Meanwhile whoever uses it
 * sees what it would see of any server that is away for a moment.
 */
export class KeepRunning {
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;

  constructor(
    private readonly what: string,
    private readonly server: Restartable,
    private readonly log: Log,
  ) {
    this.watching = this.watch();
  }

  /** To be called before the server is stopped; waits for a start under way. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    const asked = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
    while (!signal.aborted) {
      const code = await Promise.race([this.server.exited, asked]);
      if (code === undefined) return;
      this.log(`${this.what} ended with ${code}: starting it again`);
      await this.startAgain(signal);
    }
  }

  private async startAgain(signal: AbortSignal): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.server.start();
        this.log(`${this.what} is back`);
        return;
      } catch (error) {
        this.log(`${this.what} does not start: ${(error as Error).message}`);
      }
    }
  }
}
