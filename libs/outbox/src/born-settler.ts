import type {
  Delivery,
  DurableStart,
  InvokeReaction,
  Outcome,
  ReactionPast,
  ReactionSettler,
  ReactionSpec,
} from '@property-office/messaging';
import type { Births } from './births';

/**
 * Settles as the one inside does, but keeps a `skip` reaction's handler from what was recorded before it was born. All
 * else is done with such an event: it is received, and its place in a strict order passed over.
 */
export class BornSettler implements ReactionSettler {
  readonly service: string;

  constructor(
    private readonly inner: ReactionSettler,
    private readonly births: Births,
  ) {
    this.service = inner.service;
  }

  born(reaction: ReactionSpec, past: ReactionPast): Promise<DurableStart> {
    return this.births.of(reaction, past);
  }

  register(reaction: ReactionSpec, invoke: InvokeReaction): void {
    this.inner.register(reaction, this.sinceBirth(reaction, invoke));
  }

  settle(
    reaction: ReactionSpec,
    deliveries: readonly Delivery[],
    invoke: InvokeReaction,
  ): Promise<Outcome[]> {
    return this.inner.settle(reaction, deliveries, this.sinceBirth(reaction, invoke));
  }

  probe(): Promise<void> {
    return this.inner.probe();
  }

  private sinceBirth({ durable, replay }: ReactionSpec, invoke: InvokeReaction): InvokeReaction {
    if (replay === 'rebuild') return invoke;
    return async (event, tx, ...rest) => {
      const since = await this.births.sinceOf(durable);
      if (since === undefined || new Date(event.time) >= since) await invoke(event, tx, ...rest);
    };
  }
}
