export interface ReadinessCheck {
  /** Shown in the report: `database:tickets`. */
  name: string;
  /** Rejects while what is checked is away. */
  check: () => Promise<unknown>;
  /** Whether the process can do nothing useful without it. The broker is not: work is accepted without it. */
  required: boolean;
}

export interface ReadinessReport {
  status: 'ready' | 'not-ready' | 'stopping';
  checks: Record<string, 'up' | 'down'>;
}

const checkTimeoutMs = 1_000;
/** Probes of several watchers share one round of checks. */
const reuseMs = 500;

/** Whether this process should be sent requests. */
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];
  private stopping = false;
  private last?: { at: number; report: Promise<ReadinessReport> };

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** From now on nobody is to send requests here. */
  turnOff(): void {
    this.stopping = true;
  }

  async report(): Promise<ReadinessReport> {
    if (this.stopping) return { status: 'stopping', checks: {} };
    const now = performance.now();
    if (!this.last || now - this.last.at > reuseMs) this.last = { at: now, report: this.runChecks() };
    return this.last.report;
  }

  private async runChecks(): Promise<ReadinessReport> {
    const results = await Promise.all(
      this.checks.map(async ({ name, check, required }) => ({ name, required, up: await succeeds(check) })),
    );
    return {
      status: results.some(({ required, up }) => required && !up) ? 'not-ready' : 'ready',
      checks: Object.fromEntries(results.map(({ name, up }) => [name, up ? 'up' : 'down'])),
    };
  }
}

async function succeeds(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), checkTimeoutMs);
  });
  const done = Promise.resolve()
    .then(check)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
