import type { Logger } from 'pino';
import { describeError } from '../problems/describe-error';

/** The order of stopping (events.md). Steps of one number run together. */
export const stopOrder = {
  readiness: 0,
  /** Whoever sends requests here hears of that. */
  pause: 5,
  requests: 10,
  reactions: 20,
  relay: 30,
  timers: 40,
  broker: 50,
  pools: 60,
} as const;

interface Step {
  name: string;
  order: number;
  stop: () => void | Promise<void>;
  budgetMs: number;
}

/** Stops a process step by step: what gives work stops before what does it. */
export class Shutdown {
  private readonly steps: Step[] = [];
  private running?: Promise<void>;

  constructor(private readonly log: Logger) {}

  /** Whether stopping has begun. */
  get begun(): boolean {
    return this.running !== undefined;
  }

  /** @param budgetMs a step that takes longer is left behind, and said so */
  register(name: string, order: number, stop: () => void | Promise<void>, budgetMs: number): void {
    this.steps.push({ name, order, stop, budgetMs });
  }

  /** Runs every step once, in order; a failing step does not keep the others from running. Never rejects. */
  run(): Promise<void> {
    this.running ??= this.runSteps();
    return this.running;
  }

  private async runSteps(): Promise<void> {
    const orders = [...new Set(this.steps.map(({ order }) => order))].sort((a, b) => a - b);
    for (const order of orders) {
      await Promise.all(this.steps.filter((step) => step.order === order).map((step) => this.runStep(step)));
    }
  }

  private async runStep({ name, stop, budgetMs }: Step): Promise<void> {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), budgetMs);
    });
    const outcome = await Promise.race([
      Promise.resolve()
        .then(stop)
        .catch((error: unknown) => ({ error })),
      late,
    ]);
    clearTimeout(timer);
    const ms = Math.round(performance.now() - began);
    if (outcome === 'late') this.log.warn({ step: name, ms }, 'stopping: out of time, going on without it');
    else if (outcome) this.log.error({ step: name, ms }, `stopping: ${describeError(outcome.error)}`);
    else this.log.debug({ step: name, ms }, 'stopping: done');
  }
}
