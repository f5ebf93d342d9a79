import type { JetStreamStrategy, LoopState, MessagingMetrics } from '@property-office/messaging';
import type { LabelOf, Metrics } from '@property-office/service-kit';
import type { Counter, Histogram } from 'prom-client';
import { keptFor } from './kept-for';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const states: readonly LoopState[] = ['starting', 'running', 'paused', 'waiting', 'stopped'];

/** What the loops of the reactions do, for whoever scrapes. The strategy exists before the registry does. */
export class HandlingMetrics {
  private handlerSeconds: Histogram<LabelOf<'reaction_handler_seconds'>> | undefined;
  private settled: Counter<LabelOf<'reaction_settled_total'>> | undefined;
  private redelivered: Counter<'durable'> | undefined;
  private duplicates: Counter<'durable'> | undefined;

  /** Events a reaction was given once more, and its inbox absorbed. */
  readonly absorbed = (durable: string, events: number): void => this.duplicates?.inc({ durable }, events);

  readonly hooks: MessagingMetrics = {
    pulled: ({ durable }, _, redelivered) => this.redelivered?.inc({ durable }, redelivered),
    handled: ({ durable }, took, ok) => this.handlerSeconds?.observe({ durable, ok: String(ok) }, took),
    settled: ({ durable }, outcome) => this.settled?.inc({ durable, outcome }),
  };

  bind(metrics: Metrics, strategy: JetStreamStrategy): void {
    this.handlerSeconds = metrics.histogram('reaction_handler_seconds', seconds);
    this.settled = metrics.counter('reaction_settled_total');
    this.redelivered = metrics.counter('reaction_redelivered_total');
    this.duplicates = metrics.counter('inbox_duplicates_total');
    for (const state of states) {
      metrics.gauge('reaction_loops', { state }, () => Object.values(strategy.state().loops).filter((each) => each === state).length);
    }
  }

  /** Once the loops are there: before that it is not known which there are. */
  bindPending(metrics: Metrics, strategy: JetStreamStrategy): void {
    const backlog = keptFor(1_000, () => strategy.backlog());
    for (const durable of Object.keys(strategy.state().loops)) {
      metrics.gauge('reaction_pending', { durable }, async () => {
        const found = (await backlog()).find((each) => each.durable === durable);
        return found ? found.pending + found.unacked : 0;
      });
    }
  }
}
