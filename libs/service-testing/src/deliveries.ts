import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { invocation, jetStreamTransport, reactionsOf, type Delivery, type Outcome, type Reacting, type ReactionPast, type ReactionSettler } from '@property-office/messaging';

export interface Hearing {
  /** Only these; default: every reaction of the service that takes the event. */
  durables?: readonly string[] | undefined;
  /** 2: it was delivered before, and nobody knows what became of it. */
  deliveryCount?: number;
}

/** A durable that is there and has taken nothing yet: it is given every event. */
const past: ReactionPast = {
  durableExists: () => Promise.resolve(true),
  stream: () => Promise.resolve({ lastSeq: 0, oldestEvent: undefined }),
};

/** Stands in for the broker: a spec says what arrives. Reactions run as Nest made them and are settled as in an office. */
export class Deliveries extends Server implements CustomTransportStrategy {
  override transportId = jetStreamTransport;
  override readonly propagatesEventHandlerErrors = true;
  private begun: Promise<Reacting[]> | undefined;

  constructor(private readonly settler: ReactionSettler) {
    super();
  }

  /** @throws where no reaction is meant: such an event would never be delivered */
  async deliver(event: WireEvent, { durables, deliveryCount = 1 }: Hearing = {}): Promise<Outcome[]> {
    const reactions = await (this.begun ??= this.begin());
    const [producer] = event.type.split('.');
    const meant = reactions
      .filter(({ reaction: { events } }) => events.includes(event.type) || events.includes(`${producer}.*`))
      .filter(({ reaction: { durable } }) => durables?.includes(durable) ?? true);
    if (meant.length === 0) throw new Error(`nobody takes ${event.type}: ${durables?.join(', ') ?? 'no reaction does'}`);
    const delivery: Delivery = {
      bytes: new TextEncoder().encode(JSON.stringify(event)),
      deliveryCount,
      streamSeq: 1,
      subject: `events.${event.type}`,
      headers: {},
    };
    const outcomes: Outcome[] = [];
    for (const { reaction, handler } of meant) outcomes.push(...(await this.settler.settle(reaction, [delivery], invocation(reaction, handler, {}))));
    return outcomes;
  }

  /** As loops begin: since when each reaction hears is decided first, and not looked up within its first transactions. */
  private async begin(): Promise<Reacting[]> {
    const reactions = reactionsOf(this.getHandlers(), [this.settler]);
    for (const { reaction } of reactions) await this.settler.born?.(reaction, past);
    return reactions;
  }

  listen(callback: () => void): void {
    callback();
  }

  close(): void {}

  override on(): never {
    throw new Error('Deliveries has no events');
  }

  override unwrap(): never {
    throw new Error('Deliveries stands on no server');
  }
}
