import type { JetStreamStrategy, LoopState, MessagingMetrics } from '@property-office/messaging';
import type { Metrics } from '@property-office/service-kit';
import type { Counter, Histogram } from 'prom-client';
import { keptFor } from './kept-for';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const states: readonly LoopState[] = ['starting', 'running', 'paused', 'waiting', 'stopped'];

/** What the loops of the reactions do, for whoever scrapes. The strategy exists before the registry does. */
export class HandlingMetrics {
  private handlerSeconds: Histogram | undefined;
  private settled: Counter | undefined;
  private redelivered: Counter | undefined;
  private duplicates: Counter | undefined;

  /** Events a reaction was given once more, and its inbox absorbed. */
  readonly absorbed = (durable: string, events: number): void => this.duplicates?.inc({ durable }, events);

  readonly hooks: MessagingMetrics = {
    pulled: ({ durable }, _, redelivered) => this.redelivered?.inc({ durable }, redelivered),
    handled: ({ durable }, took, ok) => this.handlerSeconds?.observe({ durable, ok: String(ok) }, took),
    settled: ({ durable }, outcome) => this.settled?.inc({ durable, outcome }),
  };

  bind(metrics: Metrics, strategy: JetStreamStrategy): void {
    this.handlerSeconds = metrics.histogram('reaction_handler_seconds', 'Time of one run of a handler', ['durable', 'ok'], seconds);
    this.settled = metrics.counter('reaction_settled_total', 'Deliveries by what came of them', ['durable', 'outcome']);
    this.redelivered = metrics.counter('reaction_redelivered_total', 'Deliveries that were not the first', ['durable']);
    this.duplicates = metrics.counter('inbox_duplicates_total', 'Events that were received before, and absorbed', ['durable']);
    for (const state of states) {
      metrics.gauge('reaction_loops', 'Loops of reactions by state', { state }, () => Object.values(strategy.state().loops).filter((each) => each === state).length);
    }
  }

  /** Once the loops are there: before that it is not known which there are. */
  bindPending(metrics: Metrics, strategy: JetStreamStrategy): void {
    const backlog = keptFor(1_000, () => strategy.backlog());
    for (const durable of Object.keys(strategy.state().loops)) {
      metrics.gauge('reaction_pending', 'Events not yet delivered to a reaction, or not yet settled by it', { durable }, async () => {
        const found = (await backlog()).find((each) => each.durable === durable);
        return found ? found.pending + found.unacked : 0;
      });
    }
  }
}
