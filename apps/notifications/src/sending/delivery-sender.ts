import { temporary, type Outcome } from '@property-office/channels';
import { faultPoint } from '@property-office/outbox';
import { isInfrastructureError } from '@property-office/persistence';
import { mostAttempts, nextWaitMs } from '../domain/retry-schedule';
import type { Deliveries, LeasedDelivery, Settled } from '../persistence/deliveries';
import { prepareEach } from './prepare-each';
import type { ChannelWork, Prepared } from './prepared';

const everyMs = 1_000;
const perRound = 40;
/** What one lane may take of a round: a slow receiver keeps others waiting no longer. */
const laneMs = 10_000;

type Sending = { delivery: LeasedDelivery; prepared: Extract<Prepared, { do: 'send' }> };

export interface SenderHooks {
  warn(message: string): void;
  /** One attempt, or one withdrawal. */
  count(outcome: Outcome['result'] | 'withdrawn'): void;
}

/**
 * Sends what waits for one channel. A delivery is leased, sent outside of any transaction under its own key, then settled: a
 * process that dies in between sends it again under the same key, and a receiver that honours it takes it once.
 */
export class DeliverySender {
  private readonly lastSent = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly work: ChannelWork,
    private readonly deliveries: Deliveries,
    private readonly hooks: SenderHooks,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.sendDue()
        .then(() => undefined)
        .catch((error: Error) => this.hooks.warn(`${this.work.channel}: ${error.message}`))
        .then(() => {
          if (!this.stopping) this.start();
        });
    }, everyMs);
  }

  /** Finishes what is under way and puts the rest back. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One round. @returns how many were sent */
  async sendDue(): Promise<number> {
    const leased = await this.deliveries.lease(this.work.channel, perRound);
    if (leased.length === 0) return 0;
    const ready = await this.withoutUnfinished(leased);
    const prepared = await prepareEach(this.work, ready);
    const sending: Sending[] = [];
    for (const [index, delivery] of ready.entries()) {
      const each = prepared[index]!;
      if (each.do === 'send') sending.push({ delivery, prepared: each });
      else await this.leave(delivery, each);
    }
    const lanes = [...Map.groupBy(sending, (each) => each.prepared.lane).values()];
    const sent = await Promise.allSettled(lanes.map((lane) => this.run(lane)));
    const failed = sent.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return sent.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
  }

  /** Whose attempts are used up and none came to an end, as when each killed the process, is given up before the next. */
  private async withoutUnfinished(leased: readonly LeasedDelivery[]): Promise<LeasedDelivery[]> {
    const over = leased.filter(({ channel, attemptsOfSchedule }) => attemptsOfSchedule > mostAttempts(channel));
    for (const delivery of over) {
      await this.deliveries.settle(delivery, { outcome: 'permanent', reason: 'unfinished', tookMs: 0 }, { state: 'failed' });
      this.hooks.count('permanent');
      this.hooks.warn(`${delivery.channel} ${delivery.id}: given up, its last attempt came to no end`);
    }
    return leased.filter((delivery) => !over.includes(delivery));
  }

  private async leave(delivery: LeasedDelivery, prepared: Exclude<Prepared, { do: 'send' }>): Promise<void> {
    if (prepared.do === 'wait') return this.deliveries.putBack(delivery, { at: prepared.until });
    if (prepared.do === 'later') return this.deliveries.putBack(delivery, { afterMs: prepared.afterMs });
    await this.deliveries.withdraw(delivery);
    this.hooks.count('withdrawn');
  }

  /**
   * One after the other. What cannot be sent in this round, as after a failure, is put back untried.
   * @throws after the last of them, for one whose end could not be written down: it is tried again when its lease is over
   */
  private async run(lane: readonly Sending[]): Promise<number> {
    const began = performance.now();
    let sent = 0;
    let unsettled: unknown;
    for (const [index, { delivery, prepared }] of lane.entries()) {
      const pauseMs = this.pauseMs(prepared);
      if (this.stopping || performance.now() - began + pauseMs > laneMs) {
        await this.putBack(lane.slice(index), pauseMs);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      let outcome: Outcome;
      try {
        outcome = await this.attempt(delivery, prepared);
      } catch (error) {
        // With the database away nothing more is sent that could not be written down.
        if (isInfrastructureError(error)) throw error;
        unsettled ??= error;
        continue;
      }
      if (outcome.result === 'delivered') sent += 1;
      if (outcome.result === 'temporary') {
        await this.putBack(lane.slice(index + 1), outcome.retryAfterMs ?? everyMs);
        break;
      }
    }
    if (unsettled) throw unsettled;
    return sent;
  }

  private async attempt(delivery: LeasedDelivery, { send, lane, paceMs }: Sending['prepared']): Promise<Outcome> {
    const began = performance.now();
    const outcome = await send().catch((error: Error) => temporary('content-failed', error.message));
    if (paceMs) this.lastSent.set(lane, performance.now());
    const tookMs = performance.now() - began;
    if (outcome.result === 'delivered') await faultPoint('sender.afterSendBeforeMark');
    const settled = this.settledAs(delivery, outcome);
    const { result, ...why } = outcome;
    const logged = { outcome: result, ...('reference' in why ? { reference: why.reference } : { reason: why.reason, detail: why.detail }), tookMs };
    if (this.work.settle) await this.work.settle(delivery, logged, settled);
    else await this.deliveries.settle(delivery, logged, settled);
    this.hooks.count(result);
    if ('reason' in outcome) this.hooks.warn(`${delivery.channel} ${delivery.id}: attempt ${delivery.attempts}: ${result}, ${outcome.reason}: ${outcome.detail}`);
    return outcome;
  }

  private settledAs({ channel, attemptsOfSchedule }: LeasedDelivery, outcome: Outcome): Settled {
    if (outcome.result === 'delivered') return { state: 'sent' };
    if (outcome.result === 'permanent' || attemptsOfSchedule >= mostAttempts(channel)) return { state: 'failed' };
    return { state: 'waiting', afterMs: nextWaitMs(channel, attemptsOfSchedule, outcome.retryAfterMs, Math.random())! };
  }

  private pauseMs({ lane, paceMs = 0 }: Sending['prepared']): number {
    const last = this.lastSent.get(lane);
    return last === undefined ? 0 : Math.max(0, last + paceMs - performance.now());
  }

  private async putBack(rest: readonly Sending[], afterMs: number): Promise<void> {
    for (const { delivery } of rest) await this.deliveries.putBack(delivery, { afterMs });
  }
}
