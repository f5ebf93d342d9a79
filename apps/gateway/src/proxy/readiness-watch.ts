import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Upstreams } from './upstreams';

const everyMs = 1_000;
/** A replica that does not even say how it is for so long is busy with something else, or hangs. */
const patienceMs = 2_000;

export interface WatchLog {
  info(line: string): void;
  warn(line: string): void;
}

/**
 * Asks each replica of a service that has several whether it is ready: one that refuses, is silent or not ready is left
 * out before a request is lost on it, and taken back as soon as it says so.
 */
export class ReadinessWatch {
  private readonly agent = new Agent({ connect: { timeout: patienceMs } });
  private readonly closing = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly log: WatchLog,
  ) {}

  start(): void {
    this.running ??= Promise.all(this.upstreams.replicas().map((each) => this.follow(each)));
  }

  async stop(): Promise<void> {
    this.closing.abort();
    // Ends what is being asked, too.
    await this.agent.destroy();
    await this.running;
  }

  private async follow({ owner, address }: { owner: string; address: string }): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const trouble = await this.troubleOf(address);
      if (signal.aborted) return;
      if (this.upstreams.says(address, trouble === undefined)) {
        if (trouble === undefined) this.log.info(`${owner} at ${address} is ready: it is taken again`);
        else this.log.warn(`${owner} at ${address} is left out: ${trouble}`);
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns undefined where the replica is ready */
  private async troubleOf(origin: string): Promise<string | undefined> {
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const answer = await this.agent.request({ origin, path: '/health/ready', method: 'GET', signal });
      await answer.body.dump();
      return answer.statusCode === 200 ? undefined : `it answered ${answer.statusCode} when asked whether it is ready`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
